import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { type EventStore, StreamDeleted, WrongExpectedRevision } from '#event-store';
import { decrypt, encrypt } from './envelope.js';

const streamOf = (name: string) => `data-key-${name}`;

/**
 * Data keys: one per subject, one per credential generation. Each is a stream of its own holding the key wrapped by the
 * master key; destroying it deletes that stream, and everything encrypted under it is gone while the log still verifies (invariant 10).
 */
export class DataKeys {
  private readonly masterKeyId: string;
  /** Keys looked up in this turn of the event loop: the fields of one event lie under the same one. */
  private readonly atHand = new Map<string, Promise<Buffer | null>>();

  constructor(
    private readonly store: EventStore,
    private readonly masterKey: Buffer,
  ) {
    this.masterKeyId = createHash('sha256')
      .update('master-key-id')
      .update(masterKey)
      .digest('hex')
      .slice(0, 16);
  }

  /** Encrypts under the named key, making the key on first use. Throws StreamDeleted when it was destroyed. */
  async encrypt(name: string, plaintext: string, context: string): Promise<string> {
    const key = (await this.find(name)) ?? (await this.create(name));
    return encrypt(key, Buffer.from(plaintext), context);
  }

  /** The plaintext, or null when the named key was destroyed. Throws when envelope or context were altered. */
  async decrypt(name: string, envelope: string, context: string): Promise<string | null> {
    const key = await this.find(name);
    return key === null ? null : decrypt(key, envelope, context).toString();
  }

  /** Destroys the named key for good. Destroying it again, or one that never was, changes nothing. */
  async destroy(name: string): Promise<void> {
    this.atHand.delete(name);
    await this.store.delete(streamOf(name));
    this.atHand.delete(name);
  }

  private async create(name: string): Promise<Buffer> {
    const key = randomBytes(32);
    const data = { wrapped: encrypt(this.masterKey, key, streamOf(name)), masterKeyId: this.masterKeyId };
    try {
      await this.store.append(
        streamOf(name),
        [{ id: randomUUID(), type: 'DataKeyCreated', data, metadata: { previous: null } }],
        'none',
      );
      this.atHand.delete(name);
      return key;
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision)) throw error;
      const winner = await this.look(name);
      if (winner === null) throw new StreamDeleted(streamOf(name));
      return winner;
    }
  }

  private find(name: string): Promise<Buffer | null> {
    if (this.atHand.size === 0) setImmediate(() => this.atHand.clear());
    const found = this.atHand.get(name) ?? this.look(name);
    this.atHand.set(name, found);
    return found;
  }

  private async look(name: string): Promise<Buffer | null> {
    const [created] = await this.store.read(streamOf(name), { direction: 'backwards', limit: 1 });
    if (created === undefined) return null;
    if (created.data['masterKeyId'] !== this.masterKeyId) {
      throw new Error(`data key ${name} is wrapped by another master key; see the key rotation runbook`);
    }
    return decrypt(this.masterKey, String(created.data['wrapped']), streamOf(name));
  }
}

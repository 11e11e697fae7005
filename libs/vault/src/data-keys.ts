import { randomBytes, randomUUID } from 'node:crypto';
import { type EventStore, type RecordedEvent, StreamDeleted, WrongExpectedRevision } from '#event-store';
import { decrypt, encrypt } from './envelope.js';
import { masterKeyId } from './master-key-id.js';
import type { OpeningThread, Sealed, WrappedKey } from './opening-thread.js';

/** What was encrypted under the data key of that name. */
export type SealedUnder = readonly [name: string, sealed: readonly Sealed[]];

const MOST_MET = 10_000;

const streamOf = (name: string) => `data-key-${name}`;

/**
 * Data keys: one per subject, one per credential generation. Each is a stream of its own holding the key wrapped by a
 * master key; destroying it deletes that stream, and everything encrypted under it is gone while the log still verifies (invariant 10).
 * Of several master keys the first wraps, each opens.
 */
export class DataKeys {
  private readonly current: Readonly<{ id: string; key: Buffer }>;
  private readonly known: ReadonlyMap<string, Buffer>;
  /** Keys looked up in this turn of the event loop: the fields of one event lie under the same one. */
  private readonly atHand = new Map<string, Promise<Buffer | null>>();

  /** Keys met in the log by somebody who reads it from its beginning: the latest, and as many before them. */
  private met: readonly [Map<string, WrappedKey>, Map<string, WrappedKey>] = [new Map(), new Map()];

  /** `thread`: opens what lies under keys that were met. */
  constructor(
    private readonly store: EventStore,
    masterKeys: readonly Buffer[],
    private readonly thread?: OpeningThread,
  ) {
    const [first] = masterKeys;
    if (first === undefined) throw new Error('data keys need a master key');
    this.current = { id: masterKeyId(first), key: first };
    this.known = new Map(masterKeys.map((key) => [masterKeyId(key), key]));
  }

  /** Encrypts under the named key, making the key on first use. Throws StreamDeleted when it was destroyed. */
  async encrypt(name: string, plaintext: string, context: string): Promise<string> {
    const key = (await this.find(name)) ?? (await this.create(name));
    return encrypt(key, Buffer.from(plaintext), context);
  }

  /** The plaintext, or null when the named key was destroyed. Throws when envelope or context were altered. */
  async decrypt(name: string, envelope: string, context: string): Promise<string | null> {
    const [plaintexts = null] = await this.decryptEach([[name, [[envelope, context]]]]);
    return plaintexts?.[0] ?? null;
  }

  /** The same of all that lies under each of these keys. */
  async decryptEach(asked: readonly SealedUnder[]): Promise<readonly (readonly string[] | null)[]> {
    const { thread } = this;
    if (thread === undefined) return Promise.all(asked.map((one) => this.open(one)));
    const met = asked.map(([name]) => this.hasMet(name));
    const locked = asked.flatMap(([, sealed], index) => (met[index] ? [[met[index], sealed] as const] : []));
    const opened = locked.length === 0 ? [].values() : (await thread.open(locked)).values();
    return Promise.all(asked.map((one, index) => (met[index] ? opened.next().value! : this.open(one))));
  }

  /**
   * Takes in a data key that was met in the log, for what stands near it: whoever reads the log from its beginning has no need to look
   * each one up. The last few thousand are kept.
   */
  meet(recorded: RecordedEvent): void {
    const key = wrappedIn(recorded);
    if (!this.known.has(key.masterKeyId)) return;
    if (this.met[0].size >= MOST_MET) this.met = [new Map(), this.met[0]];
    this.met[0].set(key.stream, key);
  }

  /** Destroys the named key for good. Destroying it again, or one that never was, changes nothing. */
  async destroy(name: string): Promise<void> {
    this.atHand.delete(name);
    for (const met of this.met) met.delete(streamOf(name));
    await this.store.delete(streamOf(name));
    this.atHand.delete(name);
  }

  /**
   * Wraps the named key by the first master key, if another one wraps it now; answers whether it did. What it was wrapped by
   * before leaves with the event that held it. `hash` is the hash of an event for the chain of its stream.
   */
  async rewrap(name: string, hash: (event: RecordedEvent) => string): Promise<boolean> {
    const stream = streamOf(name);
    const [last] = await this.store.read(stream, { direction: 'backwards', limit: 1 });
    if (last === undefined || last.data['masterKeyId'] === this.current.id) return false;
    const data = this.wrapped(name, this.unwrapped(wrappedIn(last)));
    const event = { id: randomUUID(), type: 'DataKeyRewrapped', data, metadata: { previous: hash(last) } };
    try {
      await this.store.append(stream, [event], last.revision);
      this.atHand.delete(name);
      return true;
    } catch (error) {
      // Destroyed meanwhile, or wrapped anew by somebody else.
      if (error instanceof StreamDeleted || error instanceof WrongExpectedRevision) return false;
      throw error;
    }
  }

  private async open([name, sealed]: SealedUnder): Promise<readonly string[] | null> {
    const key = await this.find(name);
    return key && sealed.map(([envelope, context]) => decrypt(key, envelope, context).toString());
  }

  private wrapped(name: string, key: Buffer) {
    return { masterKeyId: this.current.id, wrapped: encrypt(this.current.key, key, streamOf(name)) };
  }

  private unwrapped({ stream, masterKeyId: id, wrapped }: WrappedKey): Buffer {
    const masterKey = this.known.get(id);
    if (masterKey === undefined) {
      const name = stream.slice(streamOf('').length);
      throw new Error(`data key ${name} is wrapped by another master key; see the key rotation runbook`);
    }
    return decrypt(masterKey, wrapped, stream);
  }

  private async create(name: string): Promise<Buffer> {
    const key = randomBytes(32);
    const data = this.wrapped(name, key);
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

  private hasMet(name: string): WrappedKey | undefined {
    return this.met[0].get(streamOf(name)) ?? this.met[1].get(streamOf(name));
  }

  private async look(name: string): Promise<Buffer | null> {
    const met = this.hasMet(name);
    if (met !== undefined) return this.unwrapped(met);
    const [last] = await this.store.read(streamOf(name), { direction: 'backwards', limit: 1 });
    return last === undefined ? null : this.unwrapped(wrappedIn(last));
  }
}

const wrappedIn = ({ stream, data }: RecordedEvent): WrappedKey => ({
  stream,
  masterKeyId: String(data['masterKeyId']),
  wrapped: String(data['wrapped']),
});

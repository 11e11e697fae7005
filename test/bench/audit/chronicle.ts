import { randomBytes } from 'node:crypto';
import { inCanonicalOrder, storedHash } from '#aggregate-store';
import type { Json, StoredEvent } from '#event-store';
import { encrypt } from '#vault';

/** An event with its hash, which its leaf and its successor hold, and when it happened; null where it does not say. */
export type Chronicled = Readonly<{ event: StoredEvent; hash: string; at: string | null }>;

type Happening = Readonly<{ id: string; type: string; data: Json; at: string; actor: string }>;

/**
 * Writes events as `AggregateStore` does: protected fields encrypted under data keys that are wrapped in streams of their own,
 * each event chained to the one before. Without its reading and deciding, which would take hours; that the result is
 * a log of the product is seen when the product verifies and replays it.
 */
export class Chronicle {
  /** What was written since it was last taken. */
  private written: Chronicled[] = [];
  private readonly ends = new Map<string, { revision: number; hash: string }>();
  private readonly dataKeys = new Map<string, Buffer>();

  constructor(
    private readonly masterKey: Buffer,
    private readonly masterKeyId: string,
    private position = 0,
  ) {}

  /** Position of the last event. */
  get head(): number {
    return this.position;
  }

  append(stream: string, { id, type, data, at, actor }: Happening): void {
    const previous = this.ends.get(stream)?.hash ?? null;
    this.record(stream, {
      id,
      type,
      data,
      // In canonical order, as `AggregateStore` leaves it.
      metadata: { actor, at, channel: 'portal', commandId: id, previous },
    });
  }

  /** A field of an event, encrypted under the named key, which is made at its first use. */
  protect(key: string, keyEventId: string, value: string, context: string): string {
    return encrypt(this.dataKeys.get(key) ?? this.create(key, keyEventId), Buffer.from(value), context);
  }

  /** Takes what was written, and forgets the streams: nothing is added to them any more. */
  take(): readonly Chronicled[] {
    const { written } = this;
    this.written = [];
    this.ends.clear();
    this.dataKeys.clear();
    return written;
  }

  private create(name: string, id: string): Buffer {
    const key = randomBytes(32);
    const stream = `data-key-${name}`;
    const data = { wrapped: encrypt(this.masterKey, key, stream), masterKeyId: this.masterKeyId };
    this.dataKeys.set(name, key);
    this.record(stream, { id, type: 'DataKeyCreated', data, metadata: { previous: null } });
    return key;
  }

  private record(
    stream: string,
    { id, type, data, metadata }: { id: string; type: string; data: Json; metadata: Json },
  ): void {
    const revision = (this.ends.get(stream)?.revision ?? -1) + 1;
    const event = {
      ...{ id, type, stream, revision, position: (this.position += 1) },
      data: JSON.stringify(inCanonicalOrder(data)),
      metadata: JSON.stringify(metadata),
    };
    const hash = storedHash(event);
    this.ends.set(stream, { revision, hash });
    const { at } = metadata;
    this.written.push({ event, hash, at: typeof at === 'string' ? at : null });
  }
}

import { createHash } from 'node:crypto';
import type { JSONEventData } from '@eventstore/db-client';
import type { Client } from './client.js';
import { collect } from './collect.js';
import { GRAVES } from './graves-stream.js';
import { isServerError } from './server-error.js';

const PAGE = 500;

/**
 * Which streams were deleted. A tombstone closes a stream, but its events still stand in `$all` until the server is
 * scavenged, so this adapter keeps a list of its own, in a stream, and leaves them out of what it reads.
 */
export class Graves {
  readonly #streams = new Set<string>();
  #next = 0;

  constructor(
    private readonly client: Client,
    private readonly deadline: number,
  ) {}

  has(stream: string): boolean {
    return this.#streams.has(stream);
  }

  /** Learns of every stream deleted before this was called, by whichever process. */
  async refresh(): Promise<void> {
    for (;;) {
      const page = await this.#page();
      for (const { event } of page) {
        if (!event) continue;
        this.#streams.add((event.data as { stream: string }).stream);
        this.#next = Math.max(this.#next, Number(event.revision) + 1);
      }
      if (page.length < PAGE) return;
    }
  }

  /** Lists a stream as deleted; once, however often it is asked. Comes after the tombstone: a stream that lives is never hidden. */
  async add(stream: string): Promise<void> {
    const event: JSONEventData = {
      id: idOf(stream),
      type: 'StreamDeleted',
      contentType: 'application/json',
      data: { stream },
      metadata: {},
    };
    await this.client.appendToStream(GRAVES, event, { expectedRevision: 'any', requiresLeader: true });
    this.#streams.add(stream);
  }

  async #page() {
    try {
      const from = { fromRevision: BigInt(this.#next), maxCount: PAGE, requiresLeader: true };
      return await collect(this.client.readStream(GRAVES, from), this.deadline);
    } catch (error) {
      if (isServerError(error, 'stream-not-found')) return [];
      throw error;
    }
  }
}

/** The same for the same stream: a UUID of version 8 (RFC 9562). */
function idOf(stream: string): string {
  const hex = createHash('sha256').update(`${GRAVES}/${stream}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

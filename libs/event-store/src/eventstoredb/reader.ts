import type { AllStreamResolvedEvent } from '@eventstore/db-client';
import type { ReadOptions, RecordedEvent } from '../event-store.js';
import { isKept } from '../kept.js';
import type { RetentionPolicy } from '../retention.js';
import type { Client } from './client.js';
import { collect } from './collect.js';
import type { Graves } from './graves.js';
import { positionAt, positionOf } from './position.js';
import { type SeenEvent, seenEvent } from './seen-event.js';
import { isServerError, onTheLeader } from './server-error.js';

const PAGE = 1_000;

/** Reads from the leader, so that a read sees every append before it. */
export class Reader {
  constructor(
    private readonly client: Client,
    private readonly graves: Graves,
    private readonly deadline: number,
    private readonly clock: () => number,
    private readonly retention: RetentionPolicy,
  ) {}

  /** The server hides what is expired or deleted in a stream. */
  async read(stream: string, { from, direction = 'forwards', limit }: ReadOptions): Promise<RecordedEvent[]> {
    if (limit !== undefined && limit < 1) return [];
    if (direction === 'backwards' && from !== undefined && from < 0) return [];
    const start = direction === 'forwards' ? 'start' : 'end';
    const options = {
      direction,
      fromRevision: from === undefined || from < 0 ? start : BigInt(from),
      requiresLeader: true,
      ...(limit === undefined || limit === Infinity ? {} : { maxCount: limit }),
    } as const;
    try {
      const read = () => collect(this.client.readStream(stream, options), this.deadline);
      return (await onTheLeader(read)).map(seenEvent).flatMap((seen) => seen?.event ?? []);
    } catch (error) {
      if (isServerError(error, 'stream-not-found') || isServerError(error, 'stream-deleted')) return [];
      throw error;
    }
  }

  /** In `$all` the server hides nothing before a scavenge, so the adapter does: expired, deleted, and the server's own. */
  async readAll(after: number, limit: number): Promise<RecordedEvent[]> {
    const page: RecordedEvent[] = [];
    for (let from = after; page.length < limit;) {
      // The event at `from` comes again: a position is where a read begins.
      const asked = Math.min(limit - page.length + 1, PAGE);
      const [read] = await Promise.all([
        onTheLeader(() => this.#forwards(from, asked)),
        this.graves.refresh(),
      ]);
      const seen = read.flatMap((resolved) => (positionOf(resolved) > from && seenEvent(resolved)) || []);
      // All at once: where a stream keeps so many events only, each asks the server how many there are.
      const there = await Promise.all(seen.map((each) => this.#isThere(each)));
      const standing = seen.filter((_, index) => there[index]).map(({ event }) => event);
      page.push(...standing.slice(0, limit - page.length));
      const last = read.at(-1);
      if (!last || read.length < asked) break;
      from = positionOf(last);
    }
    return page;
  }

  /** Position of the last event of ours after `known`; `known` when there is none. */
  async newest(known: number): Promise<number> {
    let from: number | undefined;
    for (let asked = 1; ; asked = 64) {
      const read = await onTheLeader(() => this.#backwards(from, asked));
      for (const resolved of read) {
        const position = positionOf(resolved);
        if (position <= known) return known;
        if (seenEvent(resolved)) return position;
      }
      const last = read.at(-1);
      const lowest = last && positionOf(last);
      if (lowest === undefined || lowest === from || read.length < asked) return known;
      from = lowest;
    }
  }

  #forwards(after: number, maxCount: number): Promise<AllStreamResolvedEvent[]> {
    const fromPosition = after < 0 ? 'start' : positionAt(after);
    return collect(this.client.readAll({ fromPosition, maxCount, requiresLeader: true }), this.deadline);
  }

  #backwards(before: number | undefined, maxCount: number): Promise<AllStreamResolvedEvent[]> {
    const fromPosition = before === undefined ? 'end' : positionAt(before);
    const options = { direction: 'backwards', fromPosition, maxCount, requiresLeader: true } as const;
    return collect(this.client.readAll(options), this.deadline);
  }

  async #isThere({ event, recordedAt }: SeenEvent): Promise<boolean> {
    if (this.graves.has(event.stream)) return false;
    const retention = this.retention(event.stream);
    if (!retention) return true;
    const now = this.clock();
    const { revision } = event;
    if (!isKept(retention, { recordedAt, revision, last: revision, now })) return false;
    if (retention.maxCount === undefined || retention.lazy) return true;
    const [newest] = await this.read(event.stream, { direction: 'backwards', limit: 1 });
    return isKept(retention, { recordedAt, revision, last: newest?.revision ?? revision, now });
  }
}

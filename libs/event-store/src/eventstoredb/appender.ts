import type { JSONEventData } from '@eventstore/db-client';
import { StoreUnavailable, StreamDeleted, WrongExpectedRevision } from '../errors.js';
import type { Appended, ExpectedRevision, NewEvent, RecordedEvent } from '../event-store.js';
import { type Placement, placeAppend } from '../placement.js';
import type { RetentionPolicy } from '../retention.js';
import type { Client } from './client.js';
import { positionNumber } from './position.js';
import type { Reader } from './reader.js';
import { isServerError, onTheLeader } from './server-error.js';
import type { Memories } from './memories.js';
import { WINDOW } from './stream-memory.js';

const MOST_RACES = 50;

type Facts = Readonly<{ last: number; readable(revision: number): boolean; presumed: boolean }>;
type Sent = Appended | Readonly<{ taken: number }>;

/**
 * Appends under the promises of the port, which are stricter than the server's: a repeated id at another place is a conflict,
 * "any" never records twice, "none" is right for a stream whose events have all expired. Every append goes to the server
 * with the exact revision. One append of a stream at a time; see `Turns`.
 */
export class Appender {
  constructor(
    private readonly client: Client,
    private readonly reader: Reader,
    private readonly memories: Memories,
    private readonly retention: RetentionPolicy,
    private readonly head: () => number,
  ) {}

  async append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<Appended> {
    let facts = await this.#presumed(stream, events, expected);
    for (let race = 0; race < MOST_RACES; race += 1) {
      const placement = this.#place(stream, events, expected, facts);
      let taken = -1;
      if (placement.kind === 'repeated' || (placement.kind === 'new' && events.length === 0))
        return this.#answer(stream, placement.from + events.length - 1);
      if (placement.kind === 'new') {
        const sent = await this.#send(stream, events, placement.from - 1);
        if ('position' in sent) return sent;
        taken = sent.taken;
      } else if (!facts.presumed) {
        throw new WrongExpectedRevision(stream, expected, facts.last);
      }
      facts = await this.#actual(stream, Math.max(taken, facts.presumed ? -1 : facts.last));
    }
    throw new StoreUnavailable(`${stream}: too many lost races`);
  }

  #place(stream: string, events: readonly NewEvent[], expected: ExpectedRevision, facts: Facts): Placement {
    const memory = this.memories.of(stream);
    const standing = events.map(({ id }) => memory.get(id)?.revision);
    return placeAppend(expected, { last: facts.last, standing, readable: facts.readable });
  }

  /** Takes the writer at their word as far as that can be refuted by the server: most appends then cost one call. */
  async #presumed(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<Facts> {
    const memory = this.memories.of(stream);
    if (events.length === 0 || (expected !== 'none' && typeof expected !== 'number'))
      return this.#actual(stream, -1);
    if (expected === 'none' || expected < 0) {
      if (memory.last >= 0) return this.#actual(stream, -1);
      return { last: -1, readable: () => false, presumed: true };
    }
    if (!memory.covers(expected)) await this.#look(stream, expected);
    return { last: expected, readable: () => true, presumed: true };
  }

  /** What really stands there. A stream of expired events reads as empty; then only a refusal tells the last revision. */
  async #actual(stream: string, atLeast: number): Promise<Facts> {
    const events = await this.#look(stream);
    const readable = new Set(events.map(({ revision }) => revision));
    const beyond = events.length === WINDOW ? (events[0]?.revision ?? 0) : 0;
    return {
      last: Math.max(atLeast, events.at(-1)?.revision ?? -1),
      readable: (revision) => readable.has(revision) || (revision >= 0 && revision < beyond),
      presumed: false,
    };
  }

  /** Reads the window that ends with this revision, or with the stream, into memory. */
  async #look(stream: string, from?: number): Promise<readonly RecordedEvent[]> {
    const part = { direction: 'backwards', limit: WINDOW, ...(from === undefined ? {} : { from }) } as const;
    const events = (await this.reader.read(stream, part)).reverse();
    this.memories.of(stream).saw(events, events.length < WINDOW);
    return events;
  }

  async #send(stream: string, events: readonly NewEvent[], after: number): Promise<Sent> {
    // Before the first event, so that no crash leaves a stream that never expires; and, where only the last ones are kept,
    // before those that crowd out others, so that a stream from before its retention was declared has it as well.
    if (after < 0 || this.retention(stream)?.maxCount !== undefined) await this.#declareRetention(stream);
    const known = this.head();
    try {
      const { nextExpectedRevision, position } = await onTheLeader(() =>
        this.client.appendToStream(stream, events.map(messageOf), {
          expectedRevision: after < 0 ? 'no_stream' : BigInt(after),
          requiresLeader: true,
        }),
      );
      const revision = Number(nextExpectedRevision);
      const first = revision - events.length + 1;
      const at = positionNumber(position);
      const standing = events.map(({ id }, index) => ({
        id,
        revision: first + index,
        ...(index === events.length - 1 && { position: at }),
      }));
      this.memories.of(stream).saw(standing, after < 0);
      // An old position: the server recognised a repetition, whose answer may name another place than the events'.
      return at > known ? { revision, position: at } : await this.#answer(stream, revision, true);
    } catch (error) {
      if (isServerError(error, 'stream-deleted')) throw new StreamDeleted(stream);
      if (isServerError(error, 'wrong-expected-version')) return { taken: takenBy(error) };
      // Nothing is known of the stream any more.
      this.memories.forget(stream);
      throw error;
    }
  }

  async #declareRetention(stream: string): Promise<void> {
    const retention = this.retention(stream);
    if (!retention) return;
    const { maxAge, maxCount } = retention;
    try {
      await onTheLeader(() =>
        this.client.setStreamMetadata(
          stream,
          { ...(maxAge && { maxAge }), ...(maxCount && { maxCount }) },
          {
            expectedRevision: 'no_stream',
            requiresLeader: true,
          },
        ),
      );
    } catch (error) {
      // Somebody has declared it before, or the stream was deleted, which the append will say.
      if (!isServerError(error, 'wrong-expected-version') && !isServerError(error, 'stream-deleted'))
        throw error;
    }
  }

  async #answer(stream: string, revision: number, fresh = false): Promise<Appended> {
    if (revision < 0) return { revision, position: -1 };
    const known = fresh ? undefined : this.memories.of(stream).at(revision)?.position;
    if (known !== undefined) return { revision, position: known };
    const [event] = await this.reader.read(stream, { direction: 'backwards', from: revision, limit: 1 });
    if (event) this.memories.of(stream).saw([event], false);
    return { revision, position: event?.revision === revision ? event.position : -1 };
  }
}

const messageOf = ({ id, type, data, metadata }: NewEvent): JSONEventData => ({
  id,
  type,
  data,
  metadata,
  contentType: 'application/json',
});

/** The stream's last revision as a refused append tells it. */
function takenBy(error: unknown): number {
  const { actualVersion } = error as { actualVersion?: unknown };
  return typeof actualVersion === 'bigint' ? Number(actualVersion) : -1;
}

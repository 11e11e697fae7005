import { setTimeout as sleep } from 'node:timers/promises';
import { StoreUnavailable } from '../errors.js';
import { pause } from '../subscription/pause.js';
import type { Client } from './client.js';
import { positionOf } from './position.js';
import type { Reader } from './reader.js';
import { seenEvent } from './seen-event.js';

/** How often the end of the log is asked for, besides being told of it. */
const PERIOD = 1_000;
/** How long a proof that nothing was missed lasts. */
const LEASE = 4_000;
/** Longest step of the back-off between connections: 10 ms, doubled six times. */
const STEPS = 6;

/**
 * The end of the log as this process knows it: told by a subscription of every commit, and asking once a second in case
 * the subscription has died in silence. The client does not subscribe again by itself; this does, for ever.
 */
export class Tail {
  readonly #listeners = new Set<() => void>();
  readonly #ending = new AbortController();
  #running: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #position = -1;
  #connected = false;
  #heardAt = -Infinity;

  constructor(
    private readonly client: Client,
    private readonly reader: Reader,
    private readonly deadline: number,
  ) {}

  /** Position of the last event known, however old that knowledge is. */
  get known(): number {
    return this.#position;
  }

  /**
   * Position of the last event. Of this process's own appends at once; of others' as soon as the server has told, which takes
   * milliseconds and at most 4 seconds: after that, without a word from the server, this throws StoreUnavailable.
   */
  get position(): number {
    if (!this.#connected || performance.now() - this.#heardAt > LEASE)
      throw new StoreUnavailable('the event store is out of hearing');
    return this.#position;
  }

  readonly onCommit = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Begins to listen; resolves when the end is known, or after `patience` milliseconds all the same. */
  async start(patience: number): Promise<void> {
    this.#timer = setInterval(() => void this.look().catch(() => undefined), PERIOD).unref();
    const given = new AbortController();
    const ready = new Promise<void>((resolve) => (this.#running = this.#follow(resolve)));
    await Promise.race([ready, sleep(patience, undefined, { signal: given.signal }).catch(() => undefined)]);
    given.abort();
  }

  /** Asks the server; answers the position of the last event committed before. */
  async look(): Promise<number> {
    const asked = performance.now();
    const newest = await this.reader.newest(this.#position);
    this.#heardAt = Math.max(this.#heardAt, asked);
    this.moved(newest);
    return this.#position;
  }

  /** Takes note of a commit. */
  moved(position: number): void {
    if (position <= this.#position) return;
    this.#position = position;
    this.#ring();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#ending.abort();
    await this.#running;
  }

  async #follow(ready: () => void): Promise<void> {
    const { signal } = this.#ending;
    for (let attempt = 0; !signal.aborted; attempt += 1) {
      try {
        await this.#listen(() => {
          attempt = 0;
          ready();
        });
      } catch {
        // Whatever it was, the next connection tells; until then nobody is told that they are up to date.
      }
      this.#connected = false;
      await pause(Math.min(attempt, STEPS), signal);
    }
  }

  /** One subscription, from its beginning to its end, which is always an error. */
  async #listen(connected: () => void): Promise<never> {
    const subscription = this.client.subscribeToAll({
      fromPosition: 'end',
      filter: { filterOn: 'eventType', regex: '^[^$].*', checkpointInterval: 32 },
      requiresLeader: true,
    });
    return new Promise<never>((_, reject) => {
      const end = (error?: unknown): void => {
        clearTimeout(late);
        this.#ending.signal.removeEventListener('abort', end);
        subscription.unsubscribe().catch(() => undefined);
        reject(error instanceof Error ? error : new StoreUnavailable('the subscription has ended'));
      };
      const late = setTimeout(end, this.deadline);
      this.#ending.signal.addEventListener('abort', end);
      subscription.on('error', end);
      subscription.on('end', end);
      subscription.on('close', end);
      subscription.on('data', (resolved) => {
        if (seenEvent(resolved)) this.moved(positionOf(resolved));
      });
      // From the confirmation on the server tells of every commit; what came before it is found by asking.
      subscription.once('confirmation', () => {
        this.look().then(() => {
          clearTimeout(late);
          this.#connected = true;
          connected();
          this.#ring();
        }, end);
      });
    });
  }

  #ring(): void {
    for (const listener of this.#listeners) listener();
  }
}

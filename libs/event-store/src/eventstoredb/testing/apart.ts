import { randomUUID } from 'node:crypto';
import { StreamDeleted, WrongExpectedRevision } from '../../errors.js';
import { EventStore } from '../../event-store.js';
import type {
  Appended,
  ExpectedRevision,
  NewEvent,
  ReadOptions,
  RecordedEvent,
  SubscribeOptions,
  Subscription,
} from '../../event-store.js';

/** A part of a shared store that looks empty and like a whole one: streams of its own, and nothing from before it was made. */
export class Apart extends EventStore {
  readonly #prefix = `spec-${randomUUID()}-`;

  private constructor(
    private readonly store: EventStore,
    private readonly before: number,
  ) {
    super();
  }

  static async of(store: EventStore): Promise<Apart> {
    return new Apart(store, await store.head());
  }

  override append(
    stream: string,
    events: readonly NewEvent[],
    expected: ExpectedRevision,
  ): Promise<Appended> {
    return this.store.append(this.#prefix + stream, events, expected).catch((error: unknown) => {
      if (error instanceof WrongExpectedRevision)
        throw new WrongExpectedRevision(stream, expected, error.actual);
      throw error instanceof StreamDeleted ? new StreamDeleted(stream) : error;
    });
  }

  override async read(stream: string, options?: ReadOptions): Promise<readonly RecordedEvent[]> {
    return (await this.store.read(this.#prefix + stream, options)).map((event) => this.#ours(event));
  }

  override async readAll(after: number, limit: number): Promise<readonly RecordedEvent[]> {
    const page: RecordedEvent[] = [];
    for (let from = Math.max(after, this.before); page.length < limit;) {
      const read = await this.store.readAll(from, limit);
      page.push(...read.filter((event) => this.#isOurs(event)).map((event) => this.#ours(event)));
      if (read.length < limit) break;
      from = read.at(-1)?.position ?? from;
    }
    return page.slice(0, limit);
  }

  override async head(): Promise<number> {
    const head = await this.store.head();
    return head > this.before ? head : -1;
  }

  override subscribe({ after, handle, onError }: SubscribeOptions): Subscription {
    const subscription = this.store.subscribe({
      after: Math.max(after, this.before),
      handle: (event) => (this.#isOurs(event) ? handle(this.#ours(event)) : undefined),
      onError: (error, event) => onError?.(error, this.#ours(event)),
    });
    const position = (): number => (subscription.position() > this.before ? subscription.position() : -1);
    return { ...subscription, position };
  }

  override delete(stream: string): Promise<void> {
    return this.store.delete(this.#prefix + stream);
  }

  override close(): Promise<void> {
    return this.store.close();
  }

  #isOurs({ stream }: RecordedEvent): boolean {
    return stream.startsWith(this.#prefix);
  }

  #ours(event: RecordedEvent): RecordedEvent {
    return { ...event, stream: event.stream.slice(this.#prefix.length) };
  }
}

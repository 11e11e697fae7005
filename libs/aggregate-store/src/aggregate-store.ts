import { type Aggregate, type Decision, type DomainEvent, fold } from '#event-sourcing';
import {
  type Appended,
  EventStore,
  type ExpectedRevision,
  type NewEvent,
  type RecordedEvent,
  StoreUnavailable,
  WrongExpectedRevision,
} from '#event-store';
import { inSpan, isTracing } from '#tracing';
import { DataKeys } from '#vault';
import { type CommandContext, metadataOf } from './command-context.js';
import { inCanonicalOrder } from './canonical-json.js';
import { eventHash } from './event-hash.js';
import { eventId } from './event-id.js';
import { loadStream } from './load-stream.js';
import { Protection } from './protection.js';
import { StreamQueue } from './stream-queue.js';

/** An aggregate as the store knows it. Revision and position are those of its last event, -1 without any. */
export type Loaded<State> = Readonly<{ state: State; revision: number; position: number }>;

/** What became of a command: recorded (or already so), or refused with nothing recorded. */
export type Transacted<Event, Refusal extends string> =
  | Readonly<{ outcome: 'done'; position: number; events: readonly Event[]; repeated: boolean }>
  | Readonly<{ outcome: 'refused'; reason: Refusal }>;

const MOST_LOST_RACES = 50;

/** Gather, decide, append: the one way a service changes anything. */
export class AggregateStore {
  private readonly queue = new StreamQueue();

  constructor(
    private readonly store: EventStore,
    private readonly keys: DataKeys,
  ) {}

  async load<State, Event extends DomainEvent>(
    aggregate: Aggregate<State, Event>,
    id: string,
  ): Promise<Loaded<State>> {
    const recorded = await this.recorded(aggregate, id);
    const events = await this.decodeAll(aggregate, recorded);
    const last = recorded.at(-1);
    return { state: fold(aggregate, events), revision: last?.revision ?? -1, position: last?.position ?? -1 };
  }

  /**
   * Decides on the current state and records what was decided, at the very revision it was decided on; after a lost race
   * it gathers and decides again. A command that is already recorded answers `repeated` and records nothing.
   * Rejects with StoreUnavailable when nothing is known to be recorded.
   */
  async transact<State, Event extends DomainEvent, Refusal extends string>(
    aggregate: Aggregate<State, Event>,
    id: string,
    context: CommandContext,
    decide: (state: State) => Decision<Event, Refusal> | Promise<Decision<Event, Refusal>>,
  ): Promise<Transacted<Event, Refusal>> {
    const stream = `${aggregate.category}-${id}`;
    return this.queue.run(stream, async () => {
      let emptyAt = -1;
      for (let race = 0; race < MOST_LOST_RACES; race += 1) {
        const recorded = await this.recorded(aggregate, id);
        const before = recorded.findLast((event) => event.metadata['commandId'] === context.commandId);
        if (before !== undefined)
          return { outcome: 'done', position: before.position, events: [], repeated: true };
        const decision = await decide(fold(aggregate, await this.decodeAll(aggregate, recorded)));
        if (decision.kind === 'refuses') return { outcome: 'refused', reason: decision.reason };
        const last = recorded.at(-1);
        const revision = last?.revision ?? emptyAt;
        if (decision.events.length === 0) {
          return { outcome: 'done', position: last?.position ?? -1, events: [], repeated: false };
        }
        const events = await this.prepare(aggregate, id, context, decision.events, last, revision);
        try {
          const { position } = await this.append(stream, events, revision < 0 ? 'none' : revision);
          return { outcome: 'done', position, events: decision.events, repeated: false };
        } catch (error) {
          if (!(error instanceof WrongExpectedRevision)) throw error;
          // Nobody was first, so the ids stand there already: the command was recorded before what settles the state now.
          if (last !== undefined && error.actual === last.revision) {
            return { outcome: 'done', position: last.position, events: [], repeated: true };
          }
          // All its events may have left by retention: the stream reads as empty and still counts on from there.
          if (last === undefined) emptyAt = error.actual;
        }
      }
      throw new StoreUnavailable(`${aggregate.category}: too many lost races`);
    });
  }

  /** One stored event of this aggregate, its protected fields decrypted, or null where their key was destroyed. */
  async decode<State, Event extends DomainEvent>(
    aggregate: Aggregate<State, Event>,
    recorded: RecordedEvent,
  ): Promise<Event> {
    const [event] = await this.decodeAll(aggregate, [recorded]);
    return event!;
  }

  /** The same of many events, of one stream or of several. */
  decodeAll<State, Event extends DomainEvent>(
    aggregate: Aggregate<State, Event>,
    recorded: readonly RecordedEvent[],
  ): Promise<Event[]> {
    return new Protection(this.keys, aggregate).reveal(recorded);
  }

  private append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<Appended> {
    if (!isTracing()) return this.store.append(stream, events, expected);
    const category = stream.slice(0, stream.indexOf('-'));
    const attributes = {
      'trousseau.category': category,
      'trousseau.events': events.map(({ type }) => type).join(),
    };
    return inSpan(`append ${category}`, { kind: 'client', attributes }, () =>
      this.store.append(stream, events, expected),
    );
  }

  private recorded<State, Event extends DomainEvent>(aggregate: Aggregate<State, Event>, id: string) {
    return loadStream(this.store, `${aggregate.category}-${id}`, aggregate.settledBy ?? []);
  }

  private async prepare<State, Event extends DomainEvent>(
    aggregate: Aggregate<State, Event>,
    id: string,
    context: CommandContext,
    events: readonly Event[],
    last: RecordedEvent | undefined,
    lastRevision: number,
  ): Promise<readonly NewEvent[]> {
    const stream = `${aggregate.category}-${id}`;
    const protection = new Protection(this.keys, aggregate);
    const prepared: NewEvent[] = [];
    let previous = last === undefined ? null : eventHash(last);
    let revision = lastRevision + 1;
    for (const [index, event] of events.entries()) {
      const newId = eventId(context.commandId, stream, index);
      const data = await protection.protect(event, { stream, aggregateId: id, eventId: newId });
      const metadata = inCanonicalOrder(metadataOf(context, previous));
      const next = { id: newId, type: event.type, data: inCanonicalOrder(data), metadata };
      prepared.push(next);
      previous = eventHash({ ...next, stream, revision });
      revision += 1;
    }
    return prepared;
  }
}

import type { DomainEvent } from './event.js';

/**
 * One aggregate: how its streams are named, how its events become a state, and which of their fields are never stored in clear.
 * Pure data and pure functions; the wiring that loads and appends lives in `#aggregate-store`.
 */
export type Aggregate<State, Event extends DomainEvent> = Readonly<{
  /** Prefix of its stream names: category `user` and id `42` make the stream `user-42`. */
  category: string;
  initial: State;
  evolve(state: State, event: Event): State;
  /**
   * Event types that determine the whole state by themselves. Loading reads backwards and stops at the last of them,
   * so that a decision costs the same however long the history is (invariant 9).
   */
  settledBy?: readonly Event['type'][];
  /** Fields stored encrypted, by event type; each names the data key it is encrypted under. */
  protects?: ProtectedFields<Event>;
}>;

/** For each event type and field, the name of the data key: `(data, id) => key name`; `id` is the aggregate's id. */
export type ProtectedFields<Event extends DomainEvent> = Readonly<{
  [Type in Event['type']]?: Readonly<{
    [Field in keyof Extract<Event, { type: Type }>['data']]?: (
      data: Extract<Event, { type: Type }>['data'],
      id: string,
    ) => string;
  }>;
}>;

/** The state after these events. */
export const fold = <State, Event extends DomainEvent>(
  aggregate: Pick<Aggregate<State, Event>, 'initial' | 'evolve'>,
  events: readonly Event[],
): State => events.reduce((state, event) => aggregate.evolve(state, event), aggregate.initial);

import { type Aggregate, type DomainEvent, fold } from '#event-sourcing';
import type { RecordedEvent } from '#event-store';
import { eventTime } from './command-context.js';

/** The state of an aggregate at an instant, folded from its stored events up to it. Encrypted fields stay encrypted. */
export const stateAt = <State, Event extends DomainEvent>(
  aggregate: Aggregate<State, Event>,
  recorded: readonly RecordedEvent[],
  at: string,
): State =>
  fold(
    aggregate,
    recorded
      .filter((event) => eventTime(event) <= at)
      .map(({ type, data }) => ({ type, data }) as unknown as Event),
  );

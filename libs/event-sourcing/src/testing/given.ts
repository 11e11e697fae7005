import { expect } from '@jest/globals';
import { fold, type Aggregate } from '../aggregate.js';
import type { Decision } from '../decision.js';
import type { DomainEvent } from '../event.js';

/**
 * The vocabulary of a decision's spec:
 * `given(credential, opened, issued).when((state) => chooseKey(state, facts)).records(chosen)`.
 */
export const given = <State, Event extends DomainEvent>(
  aggregate: Pick<Aggregate<State, Event>, 'initial' | 'evolve'>,
  ...history: readonly Event[]
) => ({
  /** The state itself, for a fold's spec. */
  state: (): State => fold(aggregate, history),

  when: (decide: (state: State) => Decision<Event, string>) => {
    const decision = decide(fold(aggregate, history));
    return {
      records: (...events: readonly Event[]) => expect(decision).toEqual({ kind: 'records', events }),
      recordsNothing: () => expect(decision).toEqual({ kind: 'records', events: [] }),
      refuses: (reason: string) => expect(decision).toEqual({ kind: 'refuses', reason }),
      /** The state once the decision is recorded, to decide again on the result. */
      thenState: (): State =>
        fold(aggregate, [...history, ...(decision.kind === 'records' ? decision.events : [])]),
    };
  },
});

import { describe, expect, it } from '@jest/globals';
import { records, refuses, type Aggregate, type DomainEvent } from '#event-sourcing';
import { given } from '#event-sourcing/testing';

type Counted = DomainEvent<'Counted', { by: number }>;
const counter: Aggregate<number, Counted> = {
  category: 'counter',
  initial: 0,
  evolve: (state, event) => state + event.data.by,
};
const counted = (by: number): Counted => ({ type: 'Counted', data: { by } });

describe('given', () => {
  it('folds the history into the state a decision sees', () => {
    given(counter, counted(1), counted(2))
      .when((state) => records(counted(state)))
      .records(counted(3));
  });

  it('fails when the decision records something else', () => {
    const decided = given(counter, counted(1)).when(() => records(counted(9)));
    expect(() => decided.records(counted(1))).toThrow();
    expect(() => decided.recordsNothing()).toThrow();
    expect(() => decided.refuses('anything')).toThrow();
  });

  it('tells a refusal from a record', () => {
    given(counter)
      .when(() => refuses('too-much'))
      .refuses('too-much');
  });

  it('gives the state after the decision, to decide again on the result', () => {
    expect(
      given(counter, counted(1))
        .when(() => records(counted(4)))
        .thenState(),
    ).toBe(5);
  });
});

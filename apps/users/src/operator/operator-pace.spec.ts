import { describe, expect, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { countAct } from './count-act.js';
import { operatorPace } from './operator-pace.js';
import type { Act, OperatorPaceEvent, Pace } from './operator-pace.events.js';

const minute = (count: number) => new Date(Date.UTC(2026, 10, 22, 8, count)).toISOString();
const still: Pace = { open: [], reveal: [], approve: [] };

/** An operator who did one act a minute, so many times. */
const after = (count: number, act: Act = 'open'): OperatorPaceEvent => {
  const pace = { ...still, [act]: Array.from({ length: count }, (_, index) => minute(index)) };
  return { type: 'OperatorActCounted', data: { act, at: minute(count - 1), pace } };
};
const typesAt = (count: number, act: Act, at: string) => {
  const decided = countAct(given(operatorPace, after(count)).state(), { act, at });
  return decided.kind === 'refuses' ? decided.reason : decided.events.map(({ type }) => type);
};

describe('the pace of an operator (TEL-10)', () => {
  it('is counted, for each act by itself', () => {
    given(operatorPace)
      .when((pace) => countAct(pace, { act: 'open', at: minute(0) }))
      .records(after(1));
    expect(typesAt(40, 'reveal', minute(41))).toEqual(['OperatorActCounted']);
  });

  it('raises an alarm at the twentieth of a day, once, and at the fortieth', () => {
    expect(typesAt(18, 'open', minute(18))).toEqual(['OperatorActCounted']);
    expect(typesAt(19, 'open', minute(19))).toEqual(['OperatorActCounted', 'OperatorPaceAlarmed']);
    expect(typesAt(20, 'open', minute(20))).toEqual(['OperatorActCounted']);
    const twentieth = countAct(given(operatorPace, after(19)).state(), { act: 'open', at: minute(19) });
    expect(twentieth).toMatchObject({ events: [{}, { data: { count: 20, level: 'alarm' } }] });
    const last = countAct(given(operatorPace, after(39)).state(), { act: 'open', at: minute(39) });
    expect(last).toMatchObject({ events: [{}, { data: { count: 40, level: 'limit' } }] });
  });

  it('refuses the forty-first, until a day has passed since the first', () => {
    const tomorrow = Date.parse(minute(0)) + 24 * 3_600_000;
    expect(typesAt(40, 'open', minute(40))).toBe('too-many-acts');
    expect(typesAt(40, 'open', new Date(tomorrow - 1).toISOString())).toBe('too-many-acts');
    expect(typesAt(40, 'open', new Date(tomorrow).toISOString())).toEqual([
      'OperatorActCounted',
      'OperatorPaceAlarmed',
    ]);
  });
});

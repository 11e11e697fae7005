import { records, refuses, type Decision } from '#event-sourcing';
import type { Act, OperatorPaceEvent, Pace } from './operator-pace.events.js';

/** So many of one act in 24 hours are looked at by a person (TEL-10). */
const ALARM = 20;

/** Nobody who calls people back does twice as much in a day; a stolen account would. */
const LIMIT = 40;

const DAY_MS = 24 * 60 * 60 * 1000;

type Facts = Readonly<{ act: Act; at: string }>;

/** Counts one more act of this operator, raises the alarm when there have been far too many, and refuses the one after the limit (TEL-10). */
export const countAct = (pace: Pace, { act, at }: Facts): Decision<OperatorPaceEvent, 'too-many-acts'> => {
  const since = new Date(Date.parse(at) - DAY_MS).toISOString();
  const lately = (times: readonly string[]) => times.filter((time) => time > since);
  const recent: Pace = {
    open: lately(pace.open),
    reveal: lately(pace.reveal),
    approve: lately(pace.approve),
  };
  if (recent[act].length >= LIMIT) return refuses('too-many-acts');
  const now: Pace = { ...recent, [act]: [...recent[act], at] };
  const count = now[act].length;
  const level = count === LIMIT ? 'limit' : count === ALARM ? 'alarm' : null;
  return records<OperatorPaceEvent>(
    { type: 'OperatorActCounted', data: { act, at, pace: now } },
    ...(level === null
      ? []
      : [{ type: 'OperatorPaceAlarmed' as const, data: { act, at, count, level, pace: now } as const }]),
  );
};

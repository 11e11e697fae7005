import type { DomainEvent } from '#event-sourcing';

/** What an operator does that a thief of their account would do in numbers. `reveal`: an identifier or a code. */
export type Act = 'open' | 'reveal' | 'approve';

/** When each was done in the last 24 hours, oldest first. */
export type Pace = Readonly<Record<Act, readonly string[]>>;

/** It is about to be done: counted first, so that of many at once no more than allowed are (TEL-10). `pace` counts it already. */
export type OperatorActCounted = DomainEvent<'OperatorActCounted', { act: Act; at: string; pace: Pace }>;
/** Far more than usual; at `limit` the next one is refused. In the same append as the one that made it so many. */
export type OperatorPaceAlarmed = DomainEvent<
  'OperatorPaceAlarmed',
  { act: Act; at: string; count: number; level: 'alarm' | 'limit'; pace: Pace }
>;

export type OperatorPaceEvent = OperatorActCounted | OperatorPaceAlarmed;

/** What a pure decision answers: facts to record, or a reason the caller must hear. */
export type Decision<Event, Refusal extends string = never> =
  Readonly<{ kind: 'records'; events: readonly Event[] }> | Readonly<{ kind: 'refuses'; reason: Refusal }>;

/** The decision to record these events, in this order. Without events: all is already as asked. */
export const records = <Event>(...events: readonly Event[]): Decision<Event> => ({
  kind: 'records',
  events,
});

/** The decision to record nothing and to tell the caller why. */
export const refuses = <Refusal extends string>(reason: Refusal): Decision<never, Refusal> => ({
  kind: 'refuses',
  reason,
});

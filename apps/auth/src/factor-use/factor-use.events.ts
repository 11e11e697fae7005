import type { DomainEvent } from '#event-sourcing';

/** What has been used up, as it stands; each event repeats it, so that the last one settles the state. */
export type FactorUse = Readonly<{
  /** The last step of 30 seconds whose code was accepted, and of which app. */
  totp: Readonly<{ factorId: string; step: number }> | null;
  /** What the counter of each passkey said last, by factor. */
  counters: Readonly<Record<string, number>>;
}>;

/** A code was accepted: neither it nor an older one is again (MFA-04). */
export type TotpUsed = DomainEvent<'TotpUsed', FactorUse & Readonly<{ factorId: string; step: number }>>;
/** A passkey was accepted; its counter must be higher the next time, if it counts at all. */
export type PasskeyUsed = DomainEvent<
  'PasskeyUsed',
  FactorUse & Readonly<{ factorId: string; counter: number }>
>;
/** A passkey was refused: its counter, which must rise, did not. There may be a copy of it (MFA-03). */
export type PasskeyCounterWentBack = DomainEvent<
  'PasskeyCounterWentBack',
  FactorUse & Readonly<{ factorId: string; expectedAbove: number; counter: number }>
>;

export type FactorUseEvent = TotpUsed | PasskeyUsed | PasskeyCounterWentBack;

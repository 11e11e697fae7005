import { records, type Decision } from '#event-sourcing';
import type { TotpEnrolled } from './factors.events.js';
import type { Factors } from './factors.js';

type Facts = Readonly<{ factorId: string; secret: string }>;

/** Begins to set up an app; one that was begun before and showed no code is dropped. The one in force stays so. */
export const startTotp = ({ pending }: Factors, facts: Facts): Decision<TotpEnrolled> =>
  records({ type: 'TotpEnrolled', data: { ...facts, voids: pending?.factorId ?? null } });

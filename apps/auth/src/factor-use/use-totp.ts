import { records, refuses, type Decision } from '#event-sourcing';
import type { FactorUse, TotpUsed } from './factor-use.events.js';

type Facts = Readonly<{ factorId: string; step: number }>;

/** Uses up the code of this step: one append, one winner. Neither this step nor an older one is accepted again (MFA-04, C5). */
export const useTotp = (
  { totp, counters }: FactorUse,
  { factorId, step }: Facts,
): Decision<TotpUsed, 'code-used'> =>
  totp?.factorId === factorId && step <= totp.step
    ? refuses('code-used')
    : records({ type: 'TotpUsed', data: { factorId, step, totp: { factorId, step }, counters } });

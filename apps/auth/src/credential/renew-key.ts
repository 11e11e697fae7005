import { records, refuses, type Decision } from '#event-sourcing';
import type { Locale, RenewalReason } from '#contracts';
import type { Credential } from './credential.js';
import type { KeyRenewalRequested } from './credential.events.js';

type Facts = Readonly<{ requestId: string; reason: RenewalReason; locale?: Locale; at: string }>;

/** Asks for a provisional key. The key in force stays in force: a request alone changes nothing (FRG-03). */
export const renewKey = (
  credential: Credential,
  { requestId, reason, locale, at }: Facts,
): Decision<KeyRenewalRequested, 'not-wanted'> => {
  if (credential.kind === 'none' || credential.deactivated) return refuses('not-wanted');
  if (credential.requests.some((request) => request.requestId === requestId)) return records();
  return records({
    type: 'KeyRenewalRequested',
    data: { requestId, reason, locale: locale ?? credential.holder.locale, requestedAt: at },
  });
};

import { records, refuses, type Decision } from '#event-sourcing';
import type { Locale } from '#contracts';
import type { RenewalAsked } from './attempts.events.js';
import { renewalsOfAnAccount } from './limits.js';
import { secondsToWait } from './seconds-to-wait.js';
import { counting, type Standing } from './standing.js';

type Facts = Readonly<{ requestId: string; sealedRequest: string; locale: Locale; at: string }>;

/**
 * Notes a request for a provisional key, right or wrong alike: whether identifier and address belong together is found
 * out later, by a reactor, so that the answer takes the same time for everybody (FRG-06).
 */
export const askRenewal = (
  standing: Standing,
  { requestId, sealedRequest, locale, at }: Facts,
): Decision<RenewalAsked, 'too-many-attempts'> =>
  secondsToWait(standing, renewalsOfAnAccount, at) > 0
    ? refuses('too-many-attempts')
    : records({
        type: 'RenewalAsked',
        data: {
          attemptId: requestId,
          requestId,
          sealedRequest,
          locale,
          standing: counting(standing, at, renewalsOfAnAccount),
        },
      });

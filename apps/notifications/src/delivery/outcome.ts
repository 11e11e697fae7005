import { type Decision, unreachable } from '#event-sourcing';
import { abandonMail } from '../mail/abandon-mail.js';
import { acceptMail } from '../mail/accept-mail.js';
import { failMail } from '../mail/fail-mail.js';
import type { FinalFailure, MailEvent, PassingFailure } from '../mail/mail.events.js';
import type { Mail } from '../mail/mail.js';

/** How an attempt ended. */
export type Outcome =
  | Readonly<{ kind: 'accepted'; issueId: string | null; refusedAddresses: number }>
  | Readonly<{ kind: 'failed'; reason: PassingFailure; reached: readonly string[] }>
  | Readonly<{ kind: 'abandoned'; reason: FinalFailure }>;

/** What the end of an attempt means for its mail. */
export const settle = (state: Mail, attempt: number, outcome: Outcome, now: string): Decision<MailEvent> => {
  switch (outcome.kind) {
    case 'accepted': {
      const { issueId, refusedAddresses } = outcome;
      return acceptMail(state, { attempt, issueId, refusedAddresses });
    }
    case 'failed':
      return failMail(state, { attempt, reason: outcome.reason, reached: outcome.reached, now });
    case 'abandoned':
      return abandonMail(state, { attempt, reason: outcome.reason });
    default:
      return unreachable(outcome);
  }
};

import { z } from 'zod';
import { command } from '../request.js';
import { instant, reason } from '../vocabulary.js';
import { actor } from './schools.js';

/** Who works at the command line, by the name they are known by there: kept for ever, so never a civil name or an address. */
export const operator = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{1,63}$/u);

const whom = { actor, userId: z.string().max(64), operator };

/** Asks that a person be erased; another operator has to agree within a week. Only from the command line. */
export const RequestErasure = command('users.request-erasure', {
  payload: { ...whom, reason },
  done: { requestId: z.string(), expiresAt: instant },
  refused: ['not-allowed', 'unknown-user', 'already-erased', 'reason-names-the-person'],
});

/**
 * Erases a person for good (invariant 10): with `requestId` what another operator asked for, with `reason` alone where one is
 * enough, which it is not in production. Whoever is erased already is answered as the first time. Only from the command line.
 */
export const EraseUser = command('users.erase-user', {
  payload: { ...whom, reason: reason.optional(), requestId: z.string().max(64).optional() },
  done: {
    erasedAt: instant,
    reason: z.string(),
    operators: z.array(z.string()),
    /** Ids of the data keys that are destroyed. */
    keys: z.array(z.string()),
  },
  refused: [
    'not-allowed',
    'unknown-user',
    'reason-missing',
    'reason-names-the-person',
    'needs-two-people',
    'unknown-request',
    'request-expired',
    'same-operator',
  ],
});

/** Erases again whoever the erasure journal names and an older backup brought back. Only from the command line. */
export const ReapplyErasures = command('users.reapply-erasures', {
  payload: { actor },
  done: { known: z.number().int(), reapplied: z.array(z.string()) },
  refused: ['not-allowed'],
});

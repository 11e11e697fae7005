import { z } from 'zod';
import { command } from '../request.js';
import { session } from './sign-in.js';
import { instant, network, sealed, sessionId } from '../vocabulary.js';

/**
 * Records the code of a case of support, before it is shown to the operator (TEL-05). `sealedCode` holds `{code, binding: codeId}`;
 * a code recorded before is void. `byMail`: a second proof goes to the reference addresses (TEL-06).
 * `factorsLost`: the second factors go with the old key, once a new one is chosen (TEL-11). Asked by users, which decides.
 */
export const HoldRecoveryCode = command('auth.hold-recovery-code', {
  payload: {
    userId: z.string(),
    caseId: z.string(),
    codeId: z.uuid(),
    sealedCode: sealed,
    expiresAt: instant,
    byMail: z.boolean(),
    factorsLost: z.boolean().optional(),
  },
  done: {},
  refused: ['not-wanted', 'busy'],
});

/** Records the second proof of a recovery before it is mailed. `sealedProof` holds `{key, binding: commandId}`. */
export const HoldRecoveryProof = command('auth.hold-recovery-proof', {
  payload: { userId: z.string(), codeId: z.string(), sealedProof: sealed },
  done: { expiresAt: instant },
  /** `not-wanted`: no such code, or no longer. */
  refused: ['not-wanted', 'busy'],
});

/** Makes the code of this case void, and ends the session it opened, if any. */
export const CancelRecoveryCode = command('auth.cancel-recovery-code', {
  payload: { userId: z.string(), caseId: z.string() },
  done: {},
  refused: ['busy'],
});

/**
 * Opens a session of level `choose-key` for who types an identifier and the code support read out, once. `sealedCode` holds
 * `{code, proof, binding: sessionId}`; `proof` is empty where none was mailed.
 */
export const RedeemRecoveryCode = command('auth.redeem-recovery-code', {
  payload: {
    identifier: z.string().max(256),
    sealedCode: sealed,
    sessionId,
    network,
    userAgent: z.string().max(120),
  },
  done: { session },
  refused: ['wrong-code', 'too-many-attempts', 'busy'],
});

import { z } from 'zod';
import { factorKind, locale, renewalReason } from '../vocabulary.js';

const of = <const T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), userId: z.string(), ...shape });

/** Topic `identity.credential.v1`, ordered by user. `epoch`: sessions of an earlier one have ended, but for `keptSession`. */
export const credentialMessage = z.discriminatedUnion('type', [
  of('credential.opened', {}),
  of('credential.key-renewal-requested', { requestId: z.string(), reason: renewalReason, locale }),
  /** The user goes on with the key they had elsewhere. */
  of('credential.key-imported', { generation: z.number().int() }),
  of('credential.key-chosen', { epoch: z.number().int(), generation: z.number().int() }),
  of('credential.key-changed', {
    epoch: z.number().int(),
    generation: z.number().int(),
    keptSession: z.string().optional(),
  }),
  of('credential.sessions-ended', { epoch: z.number().int(), keptSession: z.string().optional() }),
  of('credential.disabled', {
    epoch: z.number().int(),
    reason: z.enum(['deactivated', 'too-many-failures', 'erased']),
  }),
  of('credential.restored', {}),
  /** `first`: there was none before, and recovery codes were shown with it. */
  of('credential.factor-added', { kind: factorKind, first: z.boolean() }),
  /** `left`: how many there still are. */
  of('credential.factor-removed', { kind: factorKind, left: z.number().int() }),
  /** The manager removed every factor of somebody who had lost theirs; with `caseId`: support did, in that case (TEL-11). */
  of('credential.factors-reset', { caseId: z.string().optional() }),
  /** `first`: with the first factor, which is told of already. */
  of('credential.recovery-codes-issued', { first: z.boolean() }),
  of('credential.recovery-code-used', { left: z.number().int() }),
  /** The counter of a passkey went back: there may be a copy of it, and it was refused (MFA-03). */
  of('credential.passkey-suspected', {}),
  /** Support reads a code out; `byMail`: a second proof is wanted in the reference mailbox (TEL-06). */
  of('credential.recovery-code-held', { caseId: z.string(), codeId: z.string(), byMail: z.boolean() }),
  of('credential.recovery-code-rejected', { caseId: z.string() }),
  of('credential.recovery-code-redeemed', { caseId: z.string() }),
]);
export type CredentialMessage = z.infer<typeof credentialMessage>;

import { z } from 'zod';
import { locale, renewalReason } from '../vocabulary.js';

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
    reason: z.enum(['deactivated', 'too-many-failures']),
  }),
  of('credential.restored', {}),
  /** Support reads a code out; `byMail`: a second proof is wanted in the reference mailbox (TEL-06). */
  of('credential.recovery-code-held', { caseId: z.string(), codeId: z.string(), byMail: z.boolean() }),
  of('credential.recovery-code-rejected', { caseId: z.string() }),
  of('credential.recovery-code-redeemed', { caseId: z.string() }),
]);
export type CredentialMessage = z.infer<typeof credentialMessage>;

import { z } from 'zod';
import { locale, role } from '../vocabulary.js';

const of = <const T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), userId: z.string(), schoolId: z.string(), ...shape });

/** Topic `identity.user.v1`, ordered by user. */
export const userMessage = z.discriminatedUnion('type', [
  /** `identifierDigest` is a keyed HMAC; without the key it says nothing. */
  of('user.registered', {
    role,
    locale,
    identifierDigest: z.string(),
    /** False: no welcome mail for now. */
    welcome: z.boolean().optional(),
  }),
  of('user.deactivated', {}),
  of('user.reactivated', {}),
  /** For good: whoever keeps something of this person deletes it now (GDP-02). */
  of('user.erased', {}),
  of('user.provisional-key-asked', {
    requestId: z.string(),
    /** True: the welcome mail that has waited, for those who have no key. */
    welcome: z.boolean().optional(),
  }),
  /** `tellOld`: there is a former address to ask for consent, or to warn when it is unusable. */
  of('user.reference-email-change-requested', {
    changeId: z.string(),
    tellNew: z.boolean(),
    tellOld: z.boolean(),
    oldAddressUnusable: z.boolean(),
  }),
  of('user.reference-email-changed', { changeId: z.string() }),
  of('user.reference-email-change-vetoed', { changeId: z.string() }),
  /** Support told a manager their identifier. */
  of('user.identifier-disclosed', { caseId: z.string() }),
  /** Support was asked for a new key for this manager; whoever reads an address may object until it is chosen (TEL-07). */
  of('user.recovery-requested', {
    caseId: z.string(),
    mailboxLost: z.boolean(),
    /** The second factors go with the old key (TEL-11). */
    factorsLost: z.boolean().optional(),
    availableFrom: z.string(),
  }),
]);
export type UserMessage = z.infer<typeof userMessage>;

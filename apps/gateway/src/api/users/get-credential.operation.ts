import { z } from 'zod';
import { factorKind, reason, sessionLevel } from '#contracts';
import { operation } from '../operation.js';
import { userPath } from './user.fields.js';

const instantField = z.iso
  .datetime()
  .max('2026-03-03T10:00:00.123456789Z'.length)
  .describe('ISO 8601 in UTC, such as `2026-03-03T10:00:00Z`; now by default, and never later.');

const reasonField = reason.describe(
  'Why you read this, such as a case number: it stands in the security log beside your name. Never a name or an address.',
);

/** What an auditor reads of a user at an instant. */
const credentialState = z
  .object({
    at: z.string(),
    status: z.enum(['unknown', 'abandoned', 'registered', 'erased']),
    role: z.string().nullable(),
    schoolId: z.string().nullable(),
    active: z.boolean(),
    managers: z
      .array(z.string())
      .describe('Who could have changed it, besides the person and the command line.'),
    opens: z.enum(['key', 'provisional-key', 'nothing']).describe('What opened the door then.'),
    generation: z.int().describe('Of the active key; 0 without any.'),
    epoch: z.int(),
    provisionalKeysUntil: z.array(z.string()),
    disabledByFailures: z.boolean(),
    deactivated: z.boolean(),
    factors: z
      .array(z.object({ kind: factorKind, addedAt: z.string() }))
      .describe('What had to be given beside the key.'),
    recoveryCodesUsed: z.int().nullable().describe('`null` where there were none.'),
    sessions: z
      .array(
        z.object({
          openedAt: z.string(),
          seenAt: z.string(),
          expiresAt: z.string(),
          level: sessionLevel,
          userAgent: z.string(),
        }),
      )
      .nullable()
      .describe(
        '`null` for an instant more than 31 days ago: what was recorded of sessions has left by then.',
      ),
  })
  .meta({ id: 'CredentialState' });

export const getCredential = operation({
  id: 'getCredential',
  tag: 'users',
  method: 'GET',
  route: '/api/v1/users/{userId}/credential',
  access: 'full',
  summary: 'With what a user could sign in at an instant, for auditors',
  path: userPath,
  query: z.strictObject({ at: instantField.optional(), reason: reasonField.optional() }),
  status: 200,
  answer: credentialState,
  problems: ['not-allowed', 'unknown-user', 'reason-names-the-person'],
});

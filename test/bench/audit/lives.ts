import { createHash } from 'node:crypto';
import { openSession } from '../../../apps/auth/src/session/open-session.js';
import type { Chronicle } from './chronicle.js';
import { type Member, uuid } from './population.js';

/** Steps of a life that come before its first sign-in, and the events they leave, those of its two data keys with them. */
export const SETTLING = { steps: 4, events: 6 } as const;

// Of the length of the real one; nobody will ever sign in with it.
const keyHash = `$argon2id$v=19$m=19456,t=2,p=1$${'a'.repeat(22)}$${'b'.repeat(43)}`;

type Moment = Readonly<{ at: string; step: number }>;

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** One step in the life of a member: registered, given a key, signed in again and again. */
export const live = (chronicle: Chronicle, member: Member, { at, step }: Moment): void => {
  const { userId, schoolId, role, index } = member;
  const id = uuid(16 + step, index);
  const said = { id, at, actor: userId };
  const identifierDigest = sha256(member.identifier);
  switch (step) {
    case 0: {
      const data = { userId, at };
      return chronicle.append(`identifier-${identifierDigest}`, {
        ...said,
        type: 'IdentifierReserved',
        data,
      });
    }
    case 1: {
      const { identifier, name, email } = member;
      const sealed = chronicle.protect(
        `subject-${userId}`,
        uuid(8, index),
        JSON.stringify({ identifier, name, email }),
        `user-${userId}/${id}/UserRegistered/sealed`,
      );
      const data = { schoolId, role, locale: 'fr', identifierDigest, sealed };
      return chronicle.append(`user-${userId}`, { ...said, type: 'UserRegistered', data });
    }
    case 2: {
      const data = { holder: { role, schoolId, locale: 'fr', identifierDigest } };
      return chronicle.append(`credential-${userId}`, { ...said, type: 'CredentialOpened', data });
    }
    case 3: {
      const context = `credential-${userId}/${id}/KeyImported/hash`;
      const hash = chronicle.protect(`generation-${userId}-1`, uuid(9, index), keyHash, context);
      const data = { generation: 1, hash };
      return chronicle.append(`credential-${userId}`, { ...said, type: 'KeyImported', data });
    }
    default: {
      const sessionId = sha256(`${userId} ${step}`);
      const facts = {
        userId,
        level: 'full',
        epoch: 0,
        generation: 1,
        userAgent: 'Firefox, Windows',
      } as const;
      const opened = openSession({ kind: 'none' }, { sessionId, at, ...facts });
      if (opened.kind !== 'records') return;
      for (const event of opened.events) chronicle.append(`session-${sessionId}`, { ...said, ...event });
    }
  }
};

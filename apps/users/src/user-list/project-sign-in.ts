import { topics, type CredentialMessage, type Message, type SessionMessage } from '#contracts';
import type { SignInFacts } from './user-view.js';

/** What a message of auth changes in the list; null when nothing. */
export const signInTold = ({
  body,
  at,
  position,
}: Message<CredentialMessage | SessionMessage>): Partial<SignInFacts> | null => {
  switch (body.type) {
    // A session of level "choose-key" is not a sign-in: it opens one page (FRG-02).
    case 'session.opened':
      return body.level === 'full' ? { lastSignIn: { at, position } } : null;
    case 'credential.key-imported':
    case 'credential.key-chosen':
      return { hasKey: true, failedTooOften: false };
    case 'credential.disabled':
      return body.reason === 'too-many-failures' ? { failedTooOften: true } : null;
    case 'credential.restored':
      return { failedTooOften: false };
    case 'credential.factor-added':
      return { hasFactor: true };
    case 'credential.factor-removed':
      return { hasFactor: body.left > 0 };
    case 'credential.factors-reset':
      return { hasFactor: false };
    case 'session.ended':
    case 'session.reuse-detected':
    case 'session.forgotten':
    case 'credential.opened':
    case 'credential.key-renewal-requested':
    case 'credential.key-changed':
    case 'credential.recovery-code-held':
    case 'credential.recovery-code-rejected':
    case 'credential.recovery-code-redeemed':
    case 'credential.sessions-ended':
    case 'credential.recovery-codes-issued':
    case 'credential.recovery-code-used':
    case 'credential.passkey-suspected':
      return null;
    default:
      // A newer auth may tell of more than this version knows; the list can do without.
      body satisfies never;
      return null;
  }
};

const followed: readonly string[] = [topics.credential, topics.session];

/** What messages change in the list, and for whom. */
export const signInsTold = (messages: readonly Message[]) =>
  messages.flatMap((message) => {
    if (!followed.includes(message.topic)) return [];
    const about = message as Message<CredentialMessage | SessionMessage>;
    const told = signInTold(about);
    return told === null ? [] : [{ userId: about.body.userId, told }];
  });

/** What is known of somebody once more is told. Of sign-ins one may hear in any order: the last in the log stays. */
export const heard = <Known extends Partial<SignInFacts>>(
  known: Known,
  told: Partial<SignInFacts>,
): Known => {
  const both = { ...known, ...told };
  const { lastSignIn } = known;
  return lastSignIn && lastSignIn.position > (told.lastSignIn?.position ?? -1)
    ? { ...both, lastSignIn }
    : both;
};

import type { UserView } from '#contracts';
import { awaits, hasLapsed } from '../reference-email/change-progress.js';
import { pendingChange } from '../reference-email/email-change.js';
import type { SchoolMember } from '../user/school-member.js';
import type { RegisteredUser } from '../user/user.js';

/** A sign-in: when it was, ISO 8601, and where it stands in the log. */
export type SignIn = Readonly<{ at: string; position: number }>;

/** What auth has told of this user's key; nothing yet for somebody who never chose one. */
export type SignInFacts = Readonly<{
  hasKey: boolean;
  failedTooOften: boolean;
  /** There is something beside the key (MFA-01). */
  hasFactor: boolean;
  /** The last there is in the log, in whatever order one heard of them. */
  lastSignIn: SignIn | null;
}>;

export const noSignIn: SignInFacts = {
  hasKey: false,
  failedTooOften: false,
  hasFactor: false,
  lastSignIn: null,
};

/** The one word of the list for where an account stands. */
export const stateOf = (
  active: boolean,
  { hasKey, failedTooOften }: Pick<SignInFacts, 'hasKey' | 'failedTooOften'>,
): UserView['state'] => {
  if (!active) return 'deactivated';
  if (failedTooOften) return 'disabled-by-failures';
  return hasKey ? 'active' : 'awaiting-first-key';
};

/** A user as the manager sees them at this moment. */
export const userView = (userId: string, user: SchoolMember, signIn: SignInFacts, at: string): UserView => {
  const { identifier, name, role, active, addresses } = user;
  const pendingEmail = pendingView(user, at);
  return {
    userId,
    identifier: identifier ?? '',
    name: name ?? '',
    role,
    email: addresses.first ?? '',
    ...(addresses.second === null ? {} : { secondEmail: addresses.second }),
    ...(user.mailAnswer?.refused === true ? { mailRefusedSince: user.mailAnswer.at } : {}),
    ...(pendingEmail === undefined ? {} : { pendingEmail }),
    state: stateOf(active, signIn),
    secondFactor: signIn.hasFactor,
    ...(signIn.lastSignIn === null ? {} : { lastSignInAt: signIn.lastSignIn.at }),
  };
};

const pendingView = (user: RegisteredUser, at: string): UserView['pendingEmail'] => {
  const change = pendingChange(user);
  if (!change || change.email === null || hasLapsed(change, at)) return undefined;
  const { changeId, email, requestedAt, effectiveFrom } = change;
  return {
    changeId,
    email,
    requestedAt,
    awaits: [...awaits(change)],
    ...(effectiveFrom === null ? {} : { effectiveFrom }),
  };
};

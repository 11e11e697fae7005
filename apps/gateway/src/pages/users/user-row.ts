import type { Locale, UserView } from '#contracts';
import type { Catalogue } from '../language/catalogue.fr.js';
import { relativeMoment, shortMoment } from '../language/moments.js';
import { type PendingChange, pendingChange } from './pending-change.js';
import { undelivered } from './undelivered.js';

/** One person as the list shows them. */
export type UserRow = Readonly<{
  identifier: string;
  name: string;
  role: string;
  email: string;
  secondEmail: string | null;
  /** That mail to them does not arrive, where it does not (EML-07). */
  undelivered: string | null;
  pending: PendingChange | null;
  state: UserView['state'];
  stateText: string;
  secondFactor: boolean;
  lastSignIn: Readonly<{ at: string; relative: string; exact: string }> | null;
  modify: string;
  modifyWhom: string;
}>;

export const userRow = (user: UserView, now: string, t: Catalogue, lang: Locale): UserRow => ({
  identifier: user.identifier,
  name: user.name,
  role: t.roles[user.role],
  email: user.email,
  secondEmail: user.secondEmail ?? null,
  undelivered: undelivered(user, t),
  pending: pendingChange(user, t, lang),
  state: user.state,
  stateText: t.states[user.state],
  secondFactor: user.secondFactor,
  lastSignIn:
    user.lastSignInAt === undefined
      ? null
      : {
          at: user.lastSignInAt,
          relative: relativeMoment(user.lastSignInAt, now, lang),
          exact: shortMoment(user.lastSignInAt, lang),
        },
  modify: `/parametres/utilisateurs/${encodeURIComponent(user.userId)}/modifier`,
  modifyWhom: t.users.modifyWhom(user.name),
});

import type { Credential } from '#apps/auth';
import type { User } from '#apps/users';

/** Where somebody stands with their welcome mail. */
export type Standing = 'waiting' | 'has-key' | 'on-its-way' | 'closed';

type Facts = Readonly<{
  user: User;
  credential: Credential;
  /** They were added without a welcome mail: it waits to be asked for. */
  withheld: boolean;
  at: string;
}>;

/** Whether somebody still needs one: a person who may enter, has no key and no provisional key that is good for a while (FRG-14). */
export const welcomeFor = ({ user, credential, withheld, at }: Facts): Standing => {
  if (user.status !== 'registered' || !user.active) return 'closed';
  // Auth has not yet heard of them; when it does, it sends what was not withheld.
  if (credential.kind === 'none') return withheld ? 'waiting' : 'on-its-way';
  if (credential.generation > 0) return 'has-key';
  const asked =
    credential.requests.length > 0 || credential.outstanding.some(({ expiresAt }) => at < expiresAt);
  return asked ? 'on-its-way' : 'waiting';
};

import type { Credential } from '#apps/auth';
import type { School, User } from '#apps/users';

/** What an auditor asks of a user at an instant: with what they could sign in, and who could have changed that. */
export type Access = Readonly<{
  status: User['status'];
  role: string | null;
  schoolId: string | null;
  active: boolean;
  /** What opens the door: the chosen key, a provisional key alone, or nothing. */
  opens: 'key' | 'provisional-key' | 'nothing';
  /** Generation of the active key; 0 without any. */
  generation: number;
  /** Sessions of an earlier epoch have ended. */
  epoch: number;
  /** When each provisional key that can still be used expires. */
  provisionalKeysUntil: readonly string[];
  disabledByFailures: boolean;
  deactivated: boolean;
  /** Ids of the managers who could have a key renewed or the user deactivated. */
  managers: readonly string[];
}>;

/** Reads the access off the states at that instant. */
export const accessOf = (at: string, user: User, credential: Credential, school: School): Access => {
  const open = credential.kind === 'open' ? credential : undefined;
  const outstanding = (open?.outstanding ?? []).filter(({ expiresAt }) => expiresAt > at);
  const deactivated = open?.deactivated ?? false;
  const hasKey = open !== undefined && open.hash !== null && !deactivated && !open.disabledByFailures;
  const hasProvisional = outstanding.length > 0 && !deactivated;
  return {
    status: user.status,
    role: user.status === 'registered' ? user.role : null,
    schoolId: 'schoolId' in user ? user.schoolId : null,
    active: user.status === 'registered' && user.active,
    opens: hasKey ? 'key' : hasProvisional ? 'provisional-key' : 'nothing',
    generation: open?.generation ?? 0,
    epoch: open?.epoch ?? 0,
    provisionalKeysUntil: outstanding.map(({ expiresAt }) => expiresAt),
    disabledByFailures: open?.disabledByFailures ?? false,
    deactivated,
    managers: school.status === 'registered' ? school.managers : [],
  };
};

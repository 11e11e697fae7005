import {
  type Credential,
  credentialAccess,
  type CredentialAccess,
  type FactorAccess,
  factorAccess,
  type Factors,
} from '#apps/auth';
import type { School, User } from '#apps/users';

/** What an auditor asks of a user at an instant: with what they could sign in, and who could have changed that. */
export type Access = CredentialAccess &
  FactorAccess &
  Readonly<{
    status: User['status'];
    role: string | null;
    schoolId: string | null;
    active: boolean;
    /** Ids of the managers who could have a key renewed or the user deactivated. */
    managers: readonly string[];
    /** Sessions that lived then; null where that has left the log, absent where they were not asked for. */
    sessions?:
      | readonly Readonly<{
          openedAt: string;
          seenAt: string;
          expiresAt: string;
          level: string;
          userAgent: string;
        }>[]
      | null;
  }>;

type States = Readonly<{ user: User; credential: Credential; factors: Factors; school: School }>;

/** Reads the access off the states at that instant. */
export const accessOf = (at: string, { user, credential, factors, school }: States): Access => ({
  status: user.status,
  role: user.status === 'registered' ? user.role : null,
  schoolId: 'schoolId' in user ? user.schoolId : null,
  active: user.status === 'registered' && user.active,
  ...credentialAccess(credential, at),
  ...factorAccess(credential.kind !== 'none', factors),
  managers: school.status === 'registered' ? school.managers : [],
});

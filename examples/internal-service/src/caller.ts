import type { JWTPayload } from 'jose';

/** Who calls, as their token says. */
export type Caller = Readonly<{
  userId: string;
  schoolId: string;
  role: 'manager' | 'office' | 'instructor';
  /** Tells nothing and opens nothing; messages name an ended session by it. */
  sessionId: string;
  /** A message about this user with a later epoch has ended the session. */
  epoch: number;
  /** Milliseconds since 1970; tokens count in whole seconds. */
  issuedAt: number;
  expiresAt: number;
}>;

const roles: readonly unknown[] = ['manager', 'office', 'instructor'];

/** The caller in verified claims; null when something is missing, or is a role this version does not know. */
export const callerIn = ({ sub, school, role, sid, epoch, iat, exp }: JWTPayload): Caller | null =>
  typeof sub === 'string' &&
  typeof school === 'string' &&
  typeof sid === 'string' &&
  typeof epoch === 'number' &&
  roles.includes(role) &&
  iat !== undefined &&
  exp !== undefined
    ? {
        userId: sub,
        schoolId: school,
        role: role as Caller['role'],
        sessionId: sid,
        epoch,
        issuedAt: iat * 1000,
        expiresAt: exp * 1000,
      }
    : null;

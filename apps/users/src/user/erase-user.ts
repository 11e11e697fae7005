import { records, refuses, type Decision } from '#event-sourcing';
import { namesThePerson } from './names-the-person.js';
import type { RegisteredUser, User } from './user.js';
import type { UserEvent } from './user.events.js';

type Facts = Readonly<{
  operator: string;
  at: string;
  /** Whether one operator is enough here. */
  alone: boolean;
  /** The request that is agreed to; without any, this operator erases for this reason. */
  requestId: string | undefined;
  reason: string | undefined;
}>;

type Refusal =
  | 'unknown-user'
  | 'reason-missing'
  | 'reason-names-the-person'
  | 'needs-two-people'
  | 'unknown-request'
  | 'request-expired'
  | 'same-operator';

/** Erases a person. The last manager of a school goes as well: nobody has to stay known for that. */
export const eraseUser = (user: User, facts: Facts): Decision<UserEvent, Refusal> => {
  if (user.status === 'erased') return records();
  if (user.status !== 'registered') return refuses('unknown-user');
  return facts.requestId === undefined ? byOne(user, facts) : byTwo(user, facts);
};

const byOne = (user: RegisteredUser, { alone, operator, reason }: Facts): Decision<UserEvent, Refusal> => {
  if (!alone) return refuses('needs-two-people');
  if (reason === undefined) return refuses('reason-missing');
  if (namesThePerson(reason, user)) return refuses('reason-names-the-person');
  return records(erased(user, { reason, operators: [operator] }));
};

const byTwo = (user: RegisteredUser, { requestId, operator, at }: Facts): Decision<UserEvent, Refusal> => {
  const request = user.erasure;
  if (request === null || request.requestId !== requestId) return refuses('unknown-request');
  if (at >= request.expiresAt) return refuses('request-expired');
  if (operator.toLowerCase() === request.operator.toLowerCase()) return refuses('same-operator');
  const { reason } = request;
  return records(
    erased(user, { reason, operators: [request.operator, operator], requestId: request.requestId }),
  );
};

const erased = (
  { schoolId }: RegisteredUser,
  how: Readonly<{ reason: string; operators: readonly string[]; requestId?: string }>,
): UserEvent => ({ type: 'UserErased', data: { schoolId, ...how } });

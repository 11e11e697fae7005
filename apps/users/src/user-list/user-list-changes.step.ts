import type { CredentialMessage, Message, SessionMessage } from '#contracts';
import type { Change, Sql } from '#projections';
import { isSchoolMember } from '../user/school-member.js';
import { user } from '../user/user.js';
import type { UserEvent } from '../user/user.events.js';
import { putCoolOff } from './cool-off.table.js';
import { foldedIn, personNamed, putPerson, putSignIn, removePerson } from './person.table.js';
import { signInTold } from './project-sign-in.js';

/** What an event of a user changes in the list. `erased` is called within the change that forgets somebody. */
export const changeOfUser =
  (userId: string, event: UserEvent, erased: () => void) =>
  (sql: Sql): void => {
    const state = user.evolve(foldedIn(personNamed(sql, userId)), event);
    if (isSchoolMember(state)) putPerson(sql, userId, state);
    else {
      removePerson(sql, userId);
      if (state.status === 'erased') erased();
    }
    putCoolOff(sql, userId, state);
  };

/** What a message of auth changes in the list. */
export const changeOfSignIn = (message: Message<CredentialMessage | SessionMessage>): Change => {
  const told = signInTold(message);
  return told === null ? null : (sql) => putSignIn(sql, message.body.userId, told);
};

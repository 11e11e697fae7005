import { describe, expect, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { asked, changed, erased, registered } from '../user/user.examples.js';
import { user, type User } from '../user/user.js';
import type { UserEvent } from '../user/user.events.js';
import { recordMailAnswer } from './record-mail-answer.js';

const at = (minute: number) => `2026-11-22T10:${String(minute).padStart(2, '0')}:00.000Z`;
const schoolId = 'school-1';
const refused = (minute: number): UserEvent => ({
  type: 'ReferenceEmailRefused',
  data: { schoolId, at: at(minute) },
});
const reached = (minute: number): UserEvent => ({
  type: 'ReferenceEmailReached',
  data: { schoolId, at: at(minute) },
});
const told = (isRefused: boolean, minute: number) => (state: User) =>
  recordMailAnswer(state, { refused: isRefused, at: at(minute) });
const answerAfter = (...history: readonly UserEvent[]) => {
  const state = given(user, ...history).state();
  return state.status === 'registered' ? state.mailAnswer : null;
};

describe('what a mail server says of mail to somebody', () => {
  it('is noted when it is refused for good, once (EML-07)', () => {
    given(user, registered()).when(told(true, 5)).records(refused(5));
    given(user, registered(), refused(5)).when(told(true, 7)).recordsNothing();
  });

  it('is noted when it is taken again, and not as long as it always was (EML-07)', () => {
    given(user, registered(), refused(5)).when(told(false, 7)).records(reached(7));
    given(user, registered()).when(told(false, 7)).recordsNothing();
    given(user, registered(), refused(5), reached(7)).when(told(false, 9)).recordsNothing();
  });

  it('changes nothing when it is old news', () => {
    given(user, registered(), refused(5), reached(7)).when(told(true, 5)).recordsNothing();
    given(user, registered(), refused(5)).when(told(false, 4)).recordsNothing();
    given(user, registered(), asked(), changed(at(6)))
      .when(told(true, 6))
      .recordsNothing();
    given(user, registered(), asked(), changed(at(6)))
      .when(told(true, 7))
      .records(refused(7));
  });

  it('is forgotten with the address it was about', () => {
    expect(answerAfter(registered(), refused(5))).toEqual({ refused: true, at: at(5) });
    expect(answerAfter(registered(), asked(), refused(5), changed(at(6)))).toBeUndefined();
  });

  it('leaves those it is not about as they were: nothing is to be made anew for it', () => {
    expect(Object.keys(given(user, registered(), asked(), changed(at(6))).state())).not.toContain(
      'mailAnswer',
    );
  });

  it("is nobody's once they are erased", () => {
    given(user, registered(), erased).when(told(true, 5)).refuses('unknown-user');
  });
});

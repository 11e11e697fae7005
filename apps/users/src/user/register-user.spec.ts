import { describe, expect, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { abandonRegistration } from './abandon-registration.js';
import { registerUser } from './register-user.js';
import { abandoned, erased, registered } from './user.examples.js';
import { user } from './user.js';

const facts = {
  schoolId: 'school-1',
  role: 'office' as const,
  locale: 'en' as const,
  identifierDigest: 'd1',
  identifier: 'marie.dupont',
  name: 'Marie Dupont',
  email: 'marie@exemple.fr',
};

describe('register a user', () => {
  it('records who they are', () => {
    given(user)
      .when((state) => registerUser(state, facts))
      .records(registered({ role: 'office', locale: 'en' }));
  });

  it('registers nobody twice, nor after they were erased', () => {
    given(user, registered())
      .when((state) => registerUser(state, facts))
      .recordsNothing();
    given(user, registered(), erased)
      .when((state) => registerUser(state, facts))
      .recordsNothing();
  });

  it('comes too late once the registration was abandoned', () => {
    given(user, abandoned)
      .when((state) => registerUser(state, facts))
      .refuses('registration-abandoned');
  });
});

describe('abandon a registration', () => {
  it('closes the place of somebody who never registered, once', () => {
    given(user).when(abandonRegistration).records(abandoned);
    given(user, abandoned).when(abandonRegistration).recordsNothing();
  });

  it('does not touch anybody who did', () => {
    given(user, registered()).when(abandonRegistration).refuses('user-exists');
    given(user, registered(), erased).when(abandonRegistration).refuses('user-exists');
  });
});

describe('an erased user', () => {
  it('keeps nothing but the school, and the digest that gives the identifier back', () => {
    expect(given(user, registered(), erased).state()).toEqual({
      status: 'erased',
      schoolId: 'school-1',
      identifierDigest: 'd1',
    });
  });
});

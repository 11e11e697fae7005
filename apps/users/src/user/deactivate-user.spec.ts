import { describe, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { deactivateUser } from './deactivate-user.js';
import { reactivateUser } from './reactivate-user.js';
import { abandoned, deactivated, erased, reactivated, registered } from './user.examples.js';
import { user } from './user.js';

describe('deactivate and reactivate a user', () => {
  it('closes an account and opens it again', () => {
    given(user, registered()).when(deactivateUser).records(deactivated);
    given(user, registered(), deactivated).when(reactivateUser).records(reactivated);
    given(user, registered(), deactivated, reactivated).when(deactivateUser).records(deactivated);
  });

  it('records nothing when it is so already', () => {
    given(user, registered(), deactivated).when(deactivateUser).recordsNothing();
    given(user, registered()).when(reactivateUser).recordsNothing();
  });

  it.each([[[]], [[abandoned]], [[registered(), erased]]])('knows nobody there: %j', (history) => {
    given(user, ...history)
      .when(deactivateUser)
      .refuses('unknown-user');
    given(user, ...history)
      .when(reactivateUser)
      .refuses('unknown-user');
  });
});

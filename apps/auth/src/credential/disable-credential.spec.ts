import { describe, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { credential, type Credential } from './credential.js';
import { chosen, disabled, issued, redeemed, requested, restored } from './credential.examples.js';
import { disableCredential } from './disable-credential.js';
import { restoreCredential } from './restore-credential.js';

const deactivate = (state: Credential) => disableCredential(state, { reason: 'deactivated' });
const lock = (state: Credential) => disableCredential(state, { reason: 'too-many-failures' });

describe('disabling a credential', () => {
  it('ends every session in the same event (SES-11)', () => {
    given(credential, chosen()).when(deactivate).records(disabled('deactivated', 2));
    given(credential, chosen()).when(lock).records(disabled('too-many-failures', 2));
  });

  it('makes provisional keys void for the deactivated, and leaves them to the locked out (LOG-03)', () => {
    const history = [chosen(), requested(), issued('i1'), issued('i2'), redeemed('i1', ['i2']), issued('i3')];
    given(credential, ...history)
      .when(deactivate)
      .records(disabled('deactivated', 2, ['i1', 'i3']));
    given(credential, ...history)
      .when(lock)
      .records(disabled('too-many-failures', 2));
  });

  it('happens once for each reason', () => {
    given(credential, chosen(), disabled('deactivated', 2)).when(deactivate).recordsNothing();
    given(credential, chosen(), disabled('too-many-failures', 2)).when(lock).recordsNothing();
    given(credential, chosen(), disabled('too-many-failures', 2))
      .when(deactivate)
      .records(disabled('deactivated', 3));
    given(credential).when(deactivate).recordsNothing();
  });
});

describe('restoring a credential', () => {
  it('lets a reactivated user sign in again', () => {
    given(credential, chosen(), disabled('deactivated', 2)).when(restoreCredential).records(restored);
  });

  it('leaves a key that failures disabled disabled, and says so again (LOG-03)', () => {
    given(credential, chosen(), disabled('too-many-failures', 2), disabled('deactivated', 3))
      .when(restoreCredential)
      .records(restored, disabled('too-many-failures', 4));
  });

  it('does nothing for whom nobody deactivated', () => {
    given(credential, chosen(), disabled('too-many-failures', 2)).when(restoreCredential).recordsNothing();
    given(credential).when(restoreCredential).recordsNothing();
  });
});

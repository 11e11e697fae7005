import { describe, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { credential, type Credential } from './credential.js';
import { START, chosen, disabled, requested } from './credential.examples.js';
import { renewKey } from './renew-key.js';

const renew = (state: Credential) => renewKey(state, { requestId: 'r1', reason: 'forgotten', at: START });

describe('renewing a key', () => {
  it('asks for a provisional key in the holder’s language, unless another is wanted', () => {
    given(credential, chosen()).when(renew).records(requested());
    given(credential, chosen())
      .when((state) => renewKey(state, { requestId: 'r1', reason: 'forgotten', locale: 'en', at: START }))
      .records({
        type: 'KeyRenewalRequested',
        data: { requestId: 'r1', reason: 'forgotten', locale: 'en', requestedAt: START },
      });
  });

  it('leaves the key in force as it is (FRG-03)', () => {
    const state = given(credential, chosen()).when(renew).thenState();
    given(credential, chosen())
      .when(() => renew(state))
      .recordsNothing();
  });

  it('is the way out for whom failures have locked out (LOG-03)', () => {
    given(credential, chosen(), disabled('too-many-failures', 2)).when(renew).records(requested());
  });

  it('is not for nobody and not for the deactivated', () => {
    given(credential).when(renew).refuses('not-wanted');
    given(credential, chosen(), disabled('deactivated', 2)).when(renew).refuses('not-wanted');
  });

  it('asks once for one request', () => {
    given(credential, chosen(), requested()).when(renew).recordsNothing();
    given(credential, chosen(), requested('r0')).when(renew).records(requested());
  });
});

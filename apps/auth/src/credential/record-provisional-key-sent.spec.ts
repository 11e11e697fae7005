import { describe, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import type { CredentialEvent } from './credential.events.js';
import { credential, type Credential } from './credential.js';
import { chosen, issued, opened, redeemed, requested, sent } from './credential.examples.js';
import { recordProvisionalKeySent } from './record-provisional-key-sent.js';

const record = (state: Credential) => recordProvisionalKeySent(state, { issueId: 'i1' });
const history = [opened, requested(), issued('i1')] as const;

describe('noting that the mail was sent', () => {
  it('answers the request', () => {
    given(credential, ...history)
      .when(record)
      .records(sent('i1'));
  });

  it('happens once for a request, even if a second mail left', () => {
    given(credential, ...history, sent('i1'))
      .when(record)
      .recordsNothing();
  });

  it('answers the request of that key, and none of another (FRG-15)', () => {
    const two = [opened, requested('r1'), issued('i1'), requested('r2'), issued('i2', { requestId: 'r2' })];
    const second: CredentialEvent = { type: 'ProvisionalKeySent', data: { issueId: 'i2', requestId: 'r2' } };
    given(credential, ...two)
      .when((state) => recordProvisionalKeySent(state, { issueId: 'i2' }))
      .records(second);
    given(credential, ...two, second)
      .when(record)
      .records(sent('i1'));
    given(credential, ...two, second)
      .when((state) => recordProvisionalKeySent(state, { issueId: 'i2' }))
      .recordsNothing();
  });

  it('may come after a quick reader has used the key', () => {
    given(credential, ...history, redeemed('i1'))
      .when(record)
      .recordsNothing();
  });

  it('knows no key that is void', () => {
    given(credential).when(record).refuses('not-wanted');
    given(credential, ...history, chosen())
      .when(record)
      .refuses('not-wanted');
  });
});

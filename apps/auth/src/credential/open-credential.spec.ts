import { describe, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { credential } from './credential.js';
import { START, chosen, holder, opened } from './credential.examples.js';
import { openCredential } from './open-credential.js';

const open = (state: Parameters<typeof openCredential>[0]) =>
  openCredential(state, { holder, requestId: 'r1', at: START });

describe('opening a credential', () => {
  it('asks for a first provisional key at once: there is no first key that somebody else chose (KEY-16)', () => {
    given(credential)
      .when(open)
      .records(opened, {
        type: 'KeyRenewalRequested',
        data: { requestId: 'r1', reason: 'welcome', locale: 'fr', requestedAt: START },
      });
  });

  it('asks for none while the welcome mail waits', () => {
    given(credential)
      .when((state) => openCredential(state, { holder, requestId: 'r1', at: START, welcome: false }))
      .records(opened);
  });

  it.each([opened, chosen()])('records nothing the second time', (before) => {
    given(credential, before).when(open).recordsNothing();
  });
});

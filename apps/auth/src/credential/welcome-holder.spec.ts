import { describe, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { credential } from './credential.js';
import {
  END,
  START,
  chosen,
  disabled,
  imported,
  issued,
  opened,
  requested,
  sent,
} from './credential.examples.js';
import { welcomeHolder } from './welcome-holder.js';

const at = (time: string) => (state: Parameters<typeof welcomeHolder>[0]) =>
  welcomeHolder(state, { requestId: 'w1', at: time });
const welcome = (requestedAt: string) =>
  ({
    type: 'KeyRenewalRequested',
    data: { requestId: 'w1', reason: 'welcome', locale: 'fr', requestedAt },
  }) as const;

describe('welcoming a holder whose mail has waited', () => {
  it('asks for their first provisional key', () => {
    given(credential, opened).when(at(START)).records(welcome(START));
  });

  it.each([[chosen()], [imported]])('asks for nothing when they have a key', (...before) => {
    given(credential, opened, ...before)
      .when(at(START))
      .recordsNothing();
  });

  it('asks for nothing while one is on its way, and again once it has expired unused', () => {
    given(credential, opened, requested()).when(at(START)).recordsNothing();
    const mailed = [opened, requested(), issued(), sent()];
    given(credential, ...mailed)
      .when(at(START))
      .recordsNothing();
    given(credential, ...mailed)
      .when(at(END))
      .records(welcome(END));
  });

  it('is not wanted for a closed account, nor for nobody', () => {
    given(credential, opened, disabled('deactivated', 1)).when(at(START)).refuses('not-wanted');
    given(credential).when(at(START)).refuses('not-wanted');
  });
});

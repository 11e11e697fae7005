import { describe, expect, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { credential, type Credential } from './credential.js';
import { chosen, disabled, ended, restored } from './credential.examples.js';
import { endSessions } from './end-sessions.js';
import { sessionHolds, type HeldSession } from './session-holds.js';

const mine: HeldSession = { sessionId: 's1', epoch: 1 };
const end = (except: HeldSession | null) => (state: Credential) => endSessions(state, { except });
const holds = (session: HeldSession, ...history: readonly Parameters<typeof credential.evolve>[1][]) => {
  const state = given(credential, ...history).state();
  return state.kind === 'open' && sessionHolds(state, session);
};

describe('ending every session', () => {
  it('takes one event, however many they are', () => {
    given(credential, chosen()).when(end(null)).records(ended(2));
  });

  it('lets the one stay from which it is done', () => {
    given(credential, chosen()).when(end(mine)).records(ended(2, 's1'));
    expect(holds(mine, chosen(), ended(2, 's1'))).toBe(true);
    expect(holds({ sessionId: 's2', epoch: 1 }, chosen(), ended(2, 's1'))).toBe(false);
  });

  it('lets it stay again and again, until another one is the one that stays', () => {
    given(credential, chosen(), ended(2, 's1')).when(end(mine)).records(ended(3, 's1'));
    expect(holds(mine, chosen(), ended(2, 's1'), ended(3, 's2'))).toBe(false);
  });

  it('brings no dead session back by naming it', () => {
    given(credential, chosen(), ended(2)).when(end(mine)).records(ended(3));
  });

  it('ends them all when the credential is disabled, and a restored one starts empty', () => {
    expect(holds(mine, chosen(), disabled('deactivated', 2))).toBe(false);
    expect(holds(mine, chosen(), disabled('deactivated', 2), restored)).toBe(false);
    expect(holds({ sessionId: 's3', epoch: 2 }, chosen(), disabled('deactivated', 2), restored)).toBe(true);
  });

  it('knows nobody without a credential', () => {
    given(credential).when(end(null)).refuses('unknown-user');
  });
});

import { describe, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { chooseKey } from './choose-key.js';
import { credential, type Credential } from './credential.js';
import {
  chosen,
  disabled,
  ended,
  issued,
  opened,
  redeemed,
  requested,
  START,
} from './credential.examples.js';

type Facts = Parameters<typeof chooseKey>[1];
const facts: Facts = {
  session: { sessionId: 's1', epoch: 0, level: 'choose-key' },
  isCurrent: false,
  wasProvisional: false,
  hash: 'hash 1',
  at: START,
};
const choose =
  (more: Partial<Facts> = {}) =>
  (state: Credential) =>
    chooseKey(state, { ...facts, ...more });
const spent = (...issueIds: readonly string[]) =>
  issueIds.map((issueId) => ({ issueId, selector: `selector of ${issueId}` }));
const first = [opened, requested(), issued('i1'), issued('i2'), redeemed('i1', ['i2'])] as const;

describe('choosing a key', () => {
  it('ends the epoch, and with it every session and every provisional key, in one event (FRG-04)', () => {
    given(credential, ...first)
      .when(choose())
      .records(chosen({ voids: ['i1'], spent: spent('i1', 'i2') }));
  });

  it('makes void what was issued since the way in was opened', () => {
    given(credential, ...first, requested('r2'), issued('i3'))
      .when(choose())
      .records(chosen({ voids: ['i1', 'i3'], spent: spent('i1', 'i2', 'i3') }));
  });

  it('happens once in a session that a provisional key opened', () => {
    given(credential, ...first, chosen())
      .when(choose())
      .refuses('no-session');
  });

  it('restores a key that failures had disabled (LOG-03)', () => {
    const session = { sessionId: 's1', epoch: 2, level: 'choose-key' } as const;
    given(credential, chosen(), disabled('too-many-failures', 2), requested(), issued('i1'), redeemed('i1'))
      .when(choose({ session, hash: 'hash 2' }))
      .records(chosen({ generation: 2, epoch: 3, hash: 'hash 2', voids: ['i1'], spent: spent('i1') }));
  });

  it('needs a session of that level, of this epoch (FRG-02)', () => {
    const session = { ...facts.session, level: 'full' as const };
    given(credential, ...first)
      .when(choose({ session }))
      .refuses('no-session');
    given(credential, ...first, ended(1))
      .when(choose())
      .refuses('no-session');
    given(credential, ...first, disabled('deactivated', 1))
      .when(choose())
      .refuses('no-session');
    given(credential).when(choose()).refuses('no-session');
  });

  it('refuses the key in force and one that was mailed (KEY-13)', () => {
    given(credential, ...first)
      .when(choose({ isCurrent: true }))
      .refuses('key-is-current');
    given(credential, ...first)
      .when(choose({ wasProvisional: true }))
      .refuses('key-was-provisional');
  });
});

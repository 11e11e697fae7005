import { describe, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { changeKey } from './change-key.js';
import { credential, type Credential } from './credential.js';
import { changed, chosen, disabled, ended, issued, requested } from './credential.examples.js';

type Facts = Parameters<typeof changeKey>[1];
const facts: Facts = {
  session: { sessionId: 's1', epoch: 1, level: 'full' },
  isRight: true,
  isCurrent: false,
  wasProvisional: false,
  hash: 'hash 2',
};
const change =
  (more: Partial<Facts> = {}) =>
  (state: Credential) =>
    changeKey(state, { ...facts, ...more });

describe('changing a key', () => {
  it('ends every session but the one it is done in (ASVS 7.4.3)', () => {
    given(credential, chosen()).when(change()).records(changed());
  });

  it('makes provisional keys void', () => {
    given(credential, chosen(), requested(), issued('i1'))
      .when(change())
      .records(changed({ voids: ['i1'], spent: [{ issueId: 'i1', selector: 'selector of i1' }] }));
  });

  it('wants the current key (KEY-13)', () => {
    given(credential, chosen())
      .when(change({ isRight: false }))
      .refuses('wrong-key');
  });

  it('wants another key than the current one, and none that was mailed (KEY-13)', () => {
    given(credential, chosen())
      .when(change({ isCurrent: true }))
      .refuses('key-is-current');
    given(credential, chosen())
      .when(change({ wasProvisional: true }))
      .refuses('key-was-provisional');
  });

  it('repeats which provisional keys were issued: none of them becomes a key later on (KEY-13)', () => {
    const spent = [{ issueId: 'i0', selector: 'selector of i0' }];
    given(credential, chosen({ spent })).when(change()).records(changed({ spent }));
  });

  it('may be done again in the session that stayed', () => {
    given(credential, chosen(), changed())
      .when(change({ hash: 'hash 3' }))
      .records(changed({ generation: 3, epoch: 3, hash: 'hash 3' }));
  });

  it('needs a full session of this epoch', () => {
    const session = { ...facts.session, level: 'choose-key' as const };
    given(credential, chosen()).when(change({ session })).refuses('no-session');
    given(credential, chosen(), ended(2)).when(change()).refuses('no-session');
    given(credential, chosen(), disabled('too-many-failures', 2)).when(change()).refuses('no-session');
    given(credential).when(change()).refuses('no-session');
  });
});

import { describe, expect, it } from '@jest/globals';
import { fold } from '#event-sourcing';
import { storedEvents } from '../stored-events.harness.js';
import {
  about,
  asked,
  changed,
  deactivated,
  erased,
  keyAsked,
  reactivated,
  registered,
} from './user.examples.js';
import type { UserEvent } from './user.events.js';
import { user } from './user.js';

const everyType: Record<UserEvent['type'], true> = {
  UserRegistered: true,
  RegistrationAbandoned: true,
  ReferenceEmailChangeRequested: true,
  NewAddressConfirmed: true,
  OldAddressAccepted: true,
  ReferenceEmailChanged: true,
  ReferenceEmailRemoved: true,
  ReferenceEmailChangeVetoed: true,
  ReferenceEmailChangeCancelled: true,
  ReferenceEmailRefused: true,
  ReferenceEmailReached: true,
  RoleChanged: true,
  UserDeactivated: true,
  UserReactivated: true,
  ProvisionalKeyAsked: true,
  ErasureRequested: true,
  RecordUnlocked: true,
  SupportCaseCounted: true,
  ContactsHeld: true,
  UserErased: true,
};

/** What the stored history says, in clear. */
const history: readonly UserEvent[] = [
  registered({ role: 'manager' }),
  asked(),
  about('NewAddressConfirmed'),
  about('OldAddressAccepted'),
  changed('2026-11-22T09:00:00.000Z'),
  about('ReferenceEmailChangeVetoed'),
  keyAsked('2026-11-22T09:00:00.000Z'),
  deactivated,
  reactivated,
  { type: 'RoleChanged', data: { schoolId: 'school-1', role: 'office' } },
  {
    type: 'ReferenceEmailRemoved',
    data: {
      schoolId: 'school-1',
      changeId: 'change-2',
      at: '2026-11-22T10:00:00.000Z',
      vetoUntil: '2026-11-29T10:00:00.000Z',
    },
  },
  erased,
];

describe('user events as they were stored', () => {
  it('are of every type there is', async () => {
    const { types } = await storedEvents(new URL('./stored', import.meta.url));
    expect([...new Set(types)].sort()).toEqual(Object.keys(everyType).sort());
  });

  it('still read and decrypt', async () => {
    const { aggregates, recorded } = await storedEvents(new URL('./stored', import.meta.url));
    const ofOne = recorded.filter(({ stream }) => stream === 'user-u1');
    expect(await Promise.all(ofOne.map((event) => aggregates.decode(user, event)))).toEqual(history);
  });

  it('still read where support is concerned', async () => {
    const { aggregates, recorded } = await storedEvents(new URL('./stored', import.meta.url));
    const ofOne = recorded.filter(({ stream }) => stream === 'user-u3');
    expect(await Promise.all(ofOne.map((event) => aggregates.decode(user, event)))).toEqual([
      {
        type: 'SupportCaseCounted',
        data: { schoolId: 'school-1', caseId: 'c1', at: '2026-11-22T08:00:00.000Z' },
      },
      {
        type: 'ContactsHeld',
        data: { schoolId: 'school-1', caseId: 'c1', until: '2026-11-25T08:00:00.000Z' },
      },
      {
        type: 'ReferenceEmailChangeCancelled',
        data: { schoolId: 'school-1', changeId: 'change-3', caseId: 'c1' },
      },
    ]);
  });

  it('still decrypt where personal fields stand together (EVT-04)', async () => {
    const { aggregates } = await storedEvents(new URL('./stored', import.meta.url));
    expect((await aggregates.load(user, 'u9')).state).toMatchObject({
      identifier: 'zoe.petit',
      name: 'Zoé Petit',
      addresses: { first: 'zoe@exemple.fr', second: null },
    });
  });

  it('still read where mail did not arrive (EML-07)', async () => {
    const { aggregates, recorded } = await storedEvents(new URL('./stored', import.meta.url));
    const ofOne = recorded.filter(({ stream }) => stream === 'user-u7');
    expect(await Promise.all(ofOne.map((event) => aggregates.decode(user, event)))).toEqual([
      { type: 'ReferenceEmailRefused', data: { schoolId: 'school-1', at: '2026-11-22T08:00:00.000Z' } },
      { type: 'ReferenceEmailReached', data: { schoolId: 'school-1', at: '2026-11-22T08:20:00.000Z' } },
    ]);
  });

  it('still fold', async () => {
    const { aggregates } = await storedEvents(new URL('./stored', import.meta.url));
    expect(fold(user, history.slice(0, -1))).toMatchObject({
      status: 'registered',
      role: 'office',
      active: true,
      identifier: 'marie.dupont',
      name: 'Marie Dupont',
      addresses: { first: 'marie@exemple.fr', second: null },
      changes: [{ stage: 'vetoed' }, { stage: 'in-force' }],
      keysAskedAt: ['2026-11-22T09:00:00.000Z'],
    });
    expect((await aggregates.load(user, 'u1')).state).toEqual({
      status: 'erased',
      schoolId: 'school-1',
      identifierDigest: 'd1',
    });
    expect((await aggregates.load(user, 'u2')).state).toEqual({ status: 'abandoned' });
  });
});

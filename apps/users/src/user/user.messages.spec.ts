import { describe, expect, it } from '@jest/globals';
import { userMessage } from '#contracts';
import {
  about,
  abandoned,
  asked,
  changed,
  deactivated,
  erased,
  keyAsked,
  reactivated,
  registered,
} from './user.examples.js';
import type { UserEvent } from './user.events.js';
import { userMessages } from './user.messages.js';

const removed: UserEvent = {
  type: 'ReferenceEmailRemoved',
  data: { schoolId: 'school-1', changeId: 'change-1', at: 'then', vetoUntil: 'later' },
};
const published: readonly [UserEvent, string][] = [
  [registered(), 'user.registered'],
  [deactivated, 'user.deactivated'],
  [reactivated, 'user.reactivated'],
  [keyAsked('then'), 'user.provisional-key-asked'],
  [asked(), 'user.reference-email-change-requested'],
  [changed('then'), 'user.reference-email-changed'],
  [removed, 'user.reference-email-changed'],
  [about('ReferenceEmailChangeVetoed'), 'user.reference-email-change-vetoed'],
];

describe('what is published of a user', () => {
  it.each(published)('%j, as its contract says', (event, type) => {
    const [message, ...more] = userMessages('u1', event);
    expect(more).toEqual([]);
    expect(userMessage.parse(message)).toEqual(message);
    expect(message).toMatchObject({ type, userId: 'u1', schoolId: 'school-1' });
  });

  it('carries no personal data', () => {
    const said = JSON.stringify(published.flatMap(([event]) => userMessages('u1', event)));
    for (const personal of ['Dupont', 'marie', 'nouvelle', 'exemple.fr'])
      expect(said).not.toContain(personal);
  });

  it('says whether the welcome mail waits, or is what the key is asked for', () => {
    expect(userMessages('u1', registered({ welcome: false }))[0]).toHaveProperty('welcome', false);
    for (const event of [registered(), keyAsked('then')])
      expect(userMessages('u1', event)[0]).not.toHaveProperty('welcome');
    const asked = { schoolId: 'school-1', requestId: 'r1', at: 'then', welcome: true } as const;
    expect(userMessages('u1', { type: 'ProvisionalKeyAsked', data: asked })[0]).toHaveProperty(
      'welcome',
      true,
    );
  });

  it('has both addresses told of a change: the new one asked, the old one able to stop it (REF-02)', () => {
    expect(userMessages('u1', asked())[0]).toMatchObject({ tellNew: true, tellOld: true });
  });

  it('says whether the old address is asked or only warned', () => {
    expect(userMessages('u1', asked())[0]).toMatchObject({ oldAddressUnusable: false });
    expect(userMessages('u1', asked({ effectiveFrom: 'later' }))[0]).toMatchObject({
      oldAddressUnusable: true,
    });
  });

  it('is that somebody is erased, and nothing else about it (GDP-02)', () => {
    expect(userMessages('u1', erased)).toEqual([{ type: 'user.erased', userId: 'u1', schoolId: 'school-1' }]);
  });

  it('is nothing of what concerns nobody else', () => {
    const schoolId = 'school-1';
    const rest: UserEvent[] = [
      abandoned,
      about('NewAddressConfirmed'),
      about('OldAddressAccepted'),
      { type: 'RoleChanged', data: { schoolId, role: 'office' } },
      {
        type: 'ErasureRequested',
        data: { schoolId, requestId: 'r1', operator: 'anne', reason: 'dossier 114', at: '', expiresAt: '' },
      },
      { type: 'RecordUnlocked', data: { schoolId, caseId: 'A-17', reason: 'contrôle', operator: 'anne' } },
      { type: 'SupportCaseCounted', data: { schoolId, caseId: 'c1', at: '' } },
      { type: 'ContactsHeld', data: { schoolId, caseId: 'c1', until: '' } },
      { type: 'ReferenceEmailChangeCancelled', data: { schoolId, changeId: 'change-1', caseId: 'c1' } },
    ];
    expect(rest.flatMap((event) => userMessages('u1', event))).toEqual([]);
  });
});

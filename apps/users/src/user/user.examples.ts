import type { UserEvent } from './user.events.js';

type Data<Type extends UserEvent['type']> = Extract<UserEvent, { type: Type }>['data'];

/** Events to begin a spec with; each can be told apart from the usual in the one field it is about. */
export const registered = (data: Partial<Data<'UserRegistered'>> = {}): UserEvent => ({
  type: 'UserRegistered',
  data: {
    schoolId: 'school-1',
    role: 'instructor',
    locale: 'fr',
    identifierDigest: 'd1',
    identifier: 'marie.dupont',
    name: 'Marie Dupont',
    email: 'marie@exemple.fr',
    ...data,
  },
});

export const asked = (data: Partial<Data<'ReferenceEmailChangeRequested'>> = {}): UserEvent => ({
  type: 'ReferenceEmailChangeRequested',
  data: {
    schoolId: 'school-1',
    changeId: 'change-1',
    slot: 'first',
    email: 'nouvelle@exemple.fr',
    requestedAt: '2026-11-22T08:00:00.000Z',
    confirmUntil: '2026-11-23T08:00:00.000Z',
    vetoUntil: '2026-11-29T08:00:00.000Z',
    effectiveFrom: null,
    ...data,
  },
});

export const coolOffEnds = '2026-11-25T08:00:00.000Z';

export const about = (
  type: 'NewAddressConfirmed' | 'OldAddressAccepted' | 'ReferenceEmailChangeVetoed',
  changeId = 'change-1',
): UserEvent => ({ type, data: { schoolId: 'school-1', changeId } });

export const changed = (at: string, changeId = 'change-1'): UserEvent => ({
  type: 'ReferenceEmailChanged',
  data: { schoolId: 'school-1', changeId, at },
});

export const deactivated: UserEvent = { type: 'UserDeactivated', data: { schoolId: 'school-1' } };
export const reactivated: UserEvent = { type: 'UserReactivated', data: { schoolId: 'school-1' } };
export const erased: UserEvent = { type: 'UserErased', data: { schoolId: 'school-1' } };
export const abandoned: UserEvent = { type: 'RegistrationAbandoned', data: {} };

export const keyAsked = (at: string): UserEvent => ({
  type: 'ProvisionalKeyAsked',
  data: { schoolId: 'school-1', requestId: `r-${at}`, at },
});

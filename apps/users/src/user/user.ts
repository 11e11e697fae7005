import type { Locale, Role } from '#contracts';
import { unreachable, type Aggregate } from '#event-sourcing';
import { noChanges, type EmailChange, type Addresses } from '../reference-email/email-change.js';
import { evolveAddresses } from '../reference-email/evolve-addresses.js';
import { type MailAnswer, withoutAnswer } from '../reference-email/mail-answer.js';
import type { UserEvent } from './user.events.js';

/** A user who is known to a school. Personal fields are null once erased. */
export type RegisteredUser = Readonly<{
  status: 'registered';
  schoolId: string;
  role: Role;
  locale: Locale;
  active: boolean;
  identifierDigest: string;
  identifier: string | null;
  name: string | null;
  addresses: Addresses;
  changes: readonly EmailChange[];
  /** What was last heard of mail to the addresses in force, and when. Absent as long as nothing was, which is the rule. */
  mailAnswer?: MailAnswer;
  /** When provisional keys were asked for: the last five instants. */
  keysAskedAt: readonly string[];
  /** The last three cases of support, oldest first. */
  supportCases: readonly Readonly<{ caseId: string; at: string }>[];
  /** ISO 8601; null when nothing is held. */
  contactsHeldUntil: string | null;
  /** What was asked last and not done yet. */
  erasure: ErasureRequest | null;
}>;

/** That this person be erased, as an operator asked. */
export type ErasureRequest = Readonly<{
  requestId: string;
  operator: string;
  reason: string;
  expiresAt: string;
}>;

export type User =
  | Readonly<{ status: 'unknown' }>
  | Readonly<{ status: 'abandoned' }>
  | RegisteredUser
  | Readonly<{ status: 'erased'; schoolId: string; identifierDigest: string }>;

const ofSubject = (_data: unknown, userId: string) => `subject-${userId}`;

/** A person of a school: who they are, what they may do, and where their mail goes. */
export const user: Aggregate<User, UserEvent> = {
  category: 'user',
  initial: { status: 'unknown' },
  protects: {
    UserRegistered: { identifier: ofSubject, name: ofSubject, email: ofSubject },
    ReferenceEmailChangeRequested: { email: ofSubject },
  },
  evolve: (state, event) => {
    if (event.type === 'UserRegistered') return registered(event.data);
    if (event.type === 'RegistrationAbandoned') return { status: 'abandoned' };
    if (state.status !== 'registered') return state;
    switch (event.type) {
      case 'ReferenceEmailChangeRequested':
      case 'NewAddressConfirmed':
      case 'OldAddressAccepted':
      case 'ReferenceEmailChangeCancelled':
        return { ...state, ...evolveAddresses(state, event) };
      case 'ReferenceEmailChanged':
      case 'ReferenceEmailRemoved':
      case 'ReferenceEmailChangeVetoed': {
        const before = withoutAnswer(state);
        return { ...before, ...evolveAddresses(before, event) };
      }
      case 'ReferenceEmailRefused':
      case 'ReferenceEmailReached':
        return {
          ...state,
          mailAnswer: { refused: event.type === 'ReferenceEmailRefused', at: event.data.at },
        };
      case 'RoleChanged':
        return { ...state, role: event.data.role };
      case 'UserDeactivated':
        return { ...state, active: false };
      case 'UserReactivated':
        return { ...state, active: true };
      case 'ProvisionalKeyAsked':
        return { ...state, keysAskedAt: [...state.keysAskedAt, event.data.at].slice(-5) };
      case 'SupportCaseCounted': {
        const { caseId, at } = event.data;
        return { ...state, supportCases: [...state.supportCases, { caseId, at }].slice(-3) };
      }
      case 'ContactsHeld':
        return { ...state, contactsHeldUntil: event.data.until };
      case 'RecordUnlocked':
        return state;
      case 'ErasureRequested': {
        const { requestId, operator, reason, expiresAt } = event.data;
        return { ...state, erasure: { requestId, operator, reason, expiresAt } };
      }
      case 'UserErased': {
        const { schoolId, identifierDigest } = state;
        return { status: 'erased', schoolId, identifierDigest };
      }
      default:
        return unreachable(event);
    }
  },
};

const registered = (data: Extract<UserEvent, { type: 'UserRegistered' }>['data']): RegisteredUser => ({
  status: 'registered',
  schoolId: data.schoolId,
  role: data.role,
  locale: data.locale,
  active: true,
  identifierDigest: data.identifierDigest,
  identifier: data.identifier,
  name: data.name,
  addresses: { first: data.email, second: null },
  changes: noChanges,
  keysAskedAt: [],
  supportCases: [],
  contactsHeldUntil: null,
  erasure: null,
});

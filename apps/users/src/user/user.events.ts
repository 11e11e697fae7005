import type { Locale, Role } from '#contracts';
import type { DomainEvent } from '#event-sourcing';

/** `first` is where everything goes; `second` is optional and gets the same notices (REF-03). */
export type EmailSlot = 'first' | 'second';

type Of<Type extends string, Data = object> = DomainEvent<Type, Data & { schoolId: string }>;

/**
 * What can happen to a user. Identifier, name and addresses are encrypted under the user's own data key and read as `null`
 * once it is destroyed. `schoolId` stands in every published event: a public message is made from one event alone.
 */
export type UserEvent =
  | Of<
      'UserRegistered',
      {
        role: Role;
        locale: Locale;
        identifierDigest: string;
        identifier: string | null;
        name: string | null;
        email: string | null;
        /** False: no welcome mail until somebody asks for one. Absent when it leaves at once, as in all older events. */
        welcome?: false;
      }
    >
  /** The registration was cut off and its identifier given away; nobody can be registered here any more. */
  | DomainEvent<'RegistrationAbandoned'>
  | Of<
      'ReferenceEmailChangeRequested',
      {
        changeId: string;
        slot: EmailSlot;
        email: string | null;
        requestedAt: string;
        confirmUntil: string;
        vetoUntil: string;
        /** When the cool-off ends that stands in for the old address's consent; null: the old address must accept. */
        effectiveFrom: string | null;
      }
    >
  | Of<'NewAddressConfirmed', { changeId: string }>
  | Of<'OldAddressAccepted', { changeId: string }>
  /** The new address is in force. */
  | Of<'ReferenceEmailChanged', { changeId: string; at: string }>
  /** The second address is removed; at once, but it can be vetoed like any change. */
  | Of<'ReferenceEmailRemoved', { changeId: string; at: string; vetoUntil: string }>
  | Of<'ReferenceEmailChangeVetoed', { changeId: string }>
  /** A recovery by phone began: what was pending from before it never takes effect (TEL-09). */
  | Of<'ReferenceEmailChangeCancelled', { changeId: string; caseId: string }>
  /** The mail server refused for good what was written to them, at that instant: at one address at least (EML-07). */
  | Of<'ReferenceEmailRefused', { at: string }>
  /** Something written to them was taken again. */
  | Of<'ReferenceEmailReached', { at: string }>
  | Of<'RoleChanged', { role: Role }>
  | Of<'UserDeactivated'>
  | Of<'UserReactivated'>
  /** `welcome`: the welcome mail that has waited; for those who have no key. */
  | Of<'ProvisionalKeyAsked', { requestId: string; at: string; welcome?: true }>
  /** Support opened a case for this manager; counted here, so that the fourth of a week is refused for sure (TEL-10). */
  | Of<'SupportCaseCounted', { caseId: string; at: string }>
  /** Until then neither an address nor the phone of this manager changes, nor does anything they would change (TEL-09). */
  | Of<'ContactsHeld', { caseId: string; until: string }>
  /** An operator asks that this person be erased; another one has to agree before `expiresAt`. */
  | Of<
      'ErasureRequested',
      { requestId: string; operator: string; reason: string; at: string; expiresAt: string }
    >
  /** An auditor read who this is, for a case and a reason of theirs (GDP-09). */
  | Of<'RecordUnlocked', { caseId: string; reason: string; operator: string }>
  /** Their data key is destroyed. `operators`: who asked, and who agreed. Absent in older events. */
  | Of<'UserErased', { reason?: string; operators?: readonly string[]; requestId?: string }>;

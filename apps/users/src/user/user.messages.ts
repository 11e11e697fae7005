import type { UserMessage } from '#contracts';
import { unreachable } from '#event-sourcing';
import type { UserEvent } from './user.events.js';

/** What other services may know of a user's event: no personal data. Pure and exhaustive. */
export const userMessages = (userId: string, event: UserEvent): readonly UserMessage[] => {
  switch (event.type) {
    case 'UserRegistered': {
      const { schoolId, role, locale, identifierDigest, welcome } = event.data;
      const told = { userId, schoolId, role, locale, identifierDigest };
      return [{ type: 'user.registered', ...told, ...(welcome === false && { welcome }) }];
    }
    case 'UserDeactivated':
      return [{ type: 'user.deactivated', userId, schoolId: event.data.schoolId }];
    case 'UserReactivated':
      return [{ type: 'user.reactivated', userId, schoolId: event.data.schoolId }];
    case 'ProvisionalKeyAsked': {
      const { schoolId, requestId, welcome } = event.data;
      const told = { userId, schoolId, requestId };
      return [{ type: 'user.provisional-key-asked', ...told, ...(welcome && { welcome }) }];
    }
    case 'ReferenceEmailChangeRequested': {
      const { schoolId, changeId, effectiveFrom } = event.data;
      return [
        {
          type: 'user.reference-email-change-requested',
          userId,
          schoolId,
          changeId,
          tellNew: true,
          tellOld: true,
          oldAddressUnusable: effectiveFrom !== null,
        },
      ];
    }
    case 'ReferenceEmailChanged':
    case 'ReferenceEmailRemoved': {
      const { schoolId, changeId } = event.data;
      return [{ type: 'user.reference-email-changed', userId, schoolId, changeId }];
    }
    case 'ReferenceEmailChangeVetoed': {
      const { schoolId, changeId } = event.data;
      return [{ type: 'user.reference-email-change-vetoed', userId, schoolId, changeId }];
    }
    case 'UserErased':
      return [{ type: 'user.erased', userId, schoolId: event.data.schoolId }];
    case 'RegistrationAbandoned':
    case 'NewAddressConfirmed':
    case 'OldAddressAccepted':
    case 'ReferenceEmailRefused':
    case 'ReferenceEmailReached':
    case 'RoleChanged':
    case 'ErasureRequested':
    case 'RecordUnlocked':
    case 'SupportCaseCounted':
    case 'ContactsHeld':
    case 'ReferenceEmailChangeCancelled':
      return [];
    default:
      return unreachable(event);
  }
};

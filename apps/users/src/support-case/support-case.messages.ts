import type { UserMessage } from '#contracts';
import { unreachable } from '#event-sourcing';
import type { SupportCaseEvent } from './support-case.events.js';

/** What other services may know of a case: what a mail must be written about. */
export const supportCaseMessages = (caseId: string, event: SupportCaseEvent): readonly UserMessage[] => {
  switch (event.type) {
    case 'IdentifierDisclosed': {
      const { schoolId, userId } = event.data;
      return [{ type: 'user.identifier-disclosed', userId, schoolId, caseId }];
    }
    case 'RecoveryRequested': {
      const { schoolId, userId, mailbox, factors, availableFrom } = event.data;
      const mailboxLost = mailbox === 'lost';
      const lost = { mailboxLost, ...(factors === 'lost' ? { factorsLost: true } : {}) };
      return [{ type: 'user.recovery-requested', userId, schoolId, caseId, ...lost, availableFrom }];
    }
    case 'CaseOpened':
    case 'CallBackPlaced':
    case 'CallBackAnswered':
    case 'CallBackMissed':
    case 'RecoveryApproved':
    case 'RecoveryCodeIssued':
    case 'RecoveryCodeRejected':
    case 'RecoveryCodeAccepted':
    case 'RecoveryCompleted':
    case 'CaseVetoed':
    case 'CaseClosed':
      return [];
    default:
      return unreachable(event);
  }
};

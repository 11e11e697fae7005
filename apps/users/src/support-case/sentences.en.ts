import type { Telling } from '#event-sourcing';
import type { Outcome, SupportCaseEvent } from './support-case.events.js';

const outcomes: Readonly<Record<Outcome, string>> = {
  'identifier-given': 'identifier told',
  recovered: 'key chosen',
  vetoed: 'vetoed',
  'too-many-wrong-codes': 'five wrong codes',
  'number-changed-lately': 'number changed less than 30 days ago',
  'no-number': 'no number on file',
  abandoned: 'abandoned',
};

/** What happened in a case of support, in English. */
export const english: Telling<SupportCaseEvent> = {
  CaseOpened: () => 'Case of support: opened.',
  CallBackPlaced: () => 'Case of support: number on file called back.',
  CallBackAnswered: () => 'Case of support: somebody picked up.',
  CallBackMissed: () => 'Case of support: nobody picked up.',
  IdentifierDisclosed: () => 'Case of support: identifier told, by phone and by mail.',
  RecoveryRequested: ({ mailbox, factors, at, availableFrom }, moment) =>
    `Case of support: new key asked for${mailbox === 'lost' ? ', mailbox lost' : ''}${
      factors === 'lost' ? ', second factor lost' : ''
    }${availableFrom === at ? '' : `; no code before ${moment(availableFrom)}`}.`,
  RecoveryApproved: () => 'Case of support: a second operator agreed.',
  RecoveryCodeIssued: ({ expiresAt }, moment) =>
    `Case of support: code read out, good until ${moment(expiresAt)}.`,
  RecoveryCodeRejected: () => 'Case of support: wrong code typed.',
  RecoveryCodeAccepted: () => 'Case of support: code typed.',
  RecoveryCompleted: () => 'Case of support: key chosen.',
  CaseVetoed: () => 'Case of support: vetoed by who read a notice.',
  CaseClosed: ({ outcome }) => `Case of support: closed, ${outcomes[outcome]}.`,
};

import type { Telling } from '#event-sourcing';
import type { Outcome, SupportCaseEvent } from './support-case.events.js';

const outcomes: Readonly<Record<Outcome, string>> = {
  'identifier-given': 'identifiant donné',
  recovered: 'clé choisie',
  vetoed: 'opposition',
  'too-many-wrong-codes': 'cinq codes faux',
  'number-changed-lately': 'numéro changé depuis moins de 30 jours',
  'no-number': 'aucun numéro enregistré',
  abandoned: 'sans suite',
};

/** What happened in a case of support, in French. */
export const french: Telling<SupportCaseEvent> = {
  CaseOpened: () => 'Dossier d’assistance : ouvert.',
  CallBackPlaced: () => 'Dossier d’assistance : numéro enregistré rappelé.',
  CallBackAnswered: () => 'Dossier d’assistance : quelqu’un a décroché.',
  CallBackMissed: () => 'Dossier d’assistance : personne n’a décroché.',
  IdentifierDisclosed: () => 'Dossier d’assistance : identifiant donné, au téléphone et par mail.',
  RecoveryRequested: ({ mailbox, factors, at, availableFrom }, moment) =>
    `Dossier d’assistance : nouvelle clé demandée${mailbox === 'lost' ? ', boîte mail perdue' : ''}${
      factors === 'lost' ? ', second facteur perdu' : ''
    }${availableFrom === at ? '' : ` ; aucun code avant le ${moment(availableFrom)}`}.`,
  RecoveryApproved: () => 'Dossier d’assistance : accord d’un second opérateur.',
  RecoveryCodeIssued: ({ expiresAt }, moment) =>
    `Dossier d’assistance : code lu au téléphone, valable jusqu’au ${moment(expiresAt)}.`,
  RecoveryCodeRejected: () => 'Dossier d’assistance : code faux saisi.',
  RecoveryCodeAccepted: () => 'Dossier d’assistance : code saisi.',
  RecoveryCompleted: () => 'Dossier d’assistance : clé choisie.',
  CaseVetoed: () => 'Dossier d’assistance : opposition d’un destinataire des avis.',
  CaseClosed: ({ outcome }) => `Dossier d’assistance : terminé, ${outcomes[outcome]}.`,
};

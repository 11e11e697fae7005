import { plain } from '../../terminal/plain.js';
import { totalsOf, type Outcome } from './outcome.js';
import { problemText } from './problem-text.js';

type Told = Readonly<{ schoolId: string; applied: boolean; sendWelcome: boolean }>;

const marks = { ready: 'ok', added: 'ajouté', present: 'déjà présent', error: 'erreur' } as const;
const roles = { manager: 'Gérant', office: 'Complet', instructor: 'Moniteur' } as const;

const rowLine = ({ candidate, status, problems }: Outcome): string => {
  const { line, identifier, name, role, hash } = candidate;
  const who = plain(identifier) || '(sans identifiant)';
  const rest =
    status === 'error'
      ? problems.map(problemText).join(' ; ')
      : `${plain(name)}, ${roles[role!]}${hash === null ? '' : ', avec sa clé'}`;
  return `Ligne ${line} : ${marks[status]} : ${who} : ${rest}.`;
};

const many = (count: number, one: string, more: string) =>
  `${new Intl.NumberFormat('fr-FR').format(count)} ${count > 1 ? more : one}`;

const conclusion = (outcomes: readonly Outcome[], { applied, sendWelcome }: Told): string => {
  const { rows, ready, added, present, errors } = totalsOf(outcomes);
  const already = present > 0 ? `, ${many(present, 'déjà présente', 'déjà présentes')}` : '';
  const wrong = many(errors, 'erreur', 'erreurs');
  if (applied) {
    const mails = sendWelcome
      ? 'Les e-mails de bienvenue partent, vers les personnes sans clé.'
      : "Aucun e-mail n'est envoyé.";
    const missed = errors > 0 ? ` ${wrong} : corrigez ces lignes et relancez.` : '';
    return `${many(added, 'personne ajoutée', 'personnes ajoutées')}${already}.${missed} ${mails}`;
  }
  const found = `${many(rows, 'ligne lue', 'lignes lues')} : ${ready} à ajouter${already}, ${wrong}.`;
  return errors > 0
    ? `${found} Rien n'a été importé : corrigez le fichier et relancez.`
    : `${found} Rien n'a été importé : c'était un essai, ajoutez --apply pour importer.`;
};

/** The report for a person: a line per row, then the totals and what to do next. */
export const reportText = (outcomes: readonly Outcome[], told: Told): string =>
  [...outcomes.map(rowLine), conclusion(outcomes, told)].join('\n');

/** The same for a program. No hash, no name, no address: whoever asks has the file. */
export const reportFields = (outcomes: readonly Outcome[], { schoolId, applied, sendWelcome }: Told) => ({
  schoolId,
  applied,
  welcomeSent: applied && sendWelcome,
  totals: totalsOf(outcomes),
  rows: outcomes.map(({ candidate: { line, identifier }, status, problems, userId }) => ({
    line,
    identifier,
    status,
    ...(userId === undefined ? {} : { userId }),
    problems: problems.map((code) => ({ code, message: problemText(code) })),
  })),
});

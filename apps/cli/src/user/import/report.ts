import { roleNames } from '#contracts';
import { counted } from '../../terminal/counted.js';
import type { Language } from '../../terminal/language.js';
import { plain } from '../../terminal/plain.js';
import { totalsOf, type Outcome } from './outcome.js';
import { problemText } from './problem-text.js';

type Told = Readonly<{ schoolId: string; applied: boolean; sendWelcome: boolean }>;

const words = {
  fr: {
    marks: { ready: 'ok', added: 'ajouté', present: 'déjà présent', error: 'erreur' },
    noIdentifier: '(sans identifiant)',
    withKey: ', avec sa clé',
    row: (line: number, mark: string, who: string, rest: string) =>
      `Ligne ${line} : ${mark} : ${who} : ${rest}.`,
    and: ' ; ',
    already: (count: number) => counted('fr', count, 'déjà présente', 'déjà présentes'),
    wrong: (count: number) => counted('fr', count, 'erreur'),
    added: (count: number) => counted('fr', count, 'personne ajoutée', 'personnes ajoutées'),
    found: (rows: number, ready: number) =>
      `${counted('fr', rows, 'ligne lue', 'lignes lues')} : ${ready} à ajouter`,
    missed: (wrong: string) => ` ${wrong} : corrigez ces lignes et relancez.`,
    mails: 'Les e-mails de bienvenue partent, vers les personnes sans clé.',
    noMails: 'Aucun e-mail n’est envoyé.',
    correct: 'Rien n’a été importé : corrigez le fichier et relancez.',
    tried: 'Rien n’a été importé : c’était un essai, ajoutez --apply pour importer.',
  },
  en: {
    marks: { ready: 'ok', added: 'added', present: 'there already', error: 'error' },
    noIdentifier: '(no identifier)',
    withKey: ', with their key',
    row: (line: number, mark: string, who: string, rest: string) => `Line ${line}: ${mark}: ${who}: ${rest}.`,
    and: '; ',
    already: (count: number) => `${count} there already`,
    wrong: (count: number) => counted('en', count, 'error'),
    added: (count: number) => `${counted('en', count, 'person', 'people')} added`,
    found: (rows: number, ready: number) => `${counted('en', rows, 'line')} read: ${ready} to add`,
    missed: (wrong: string) => ` ${wrong}: correct these lines and run it again.`,
    mails: 'Welcome mails leave, to those without a key.',
    noMails: 'No mail is sent.',
    correct: 'Nothing was imported: correct the file and run it again.',
    tried: 'Nothing was imported: this was a trial, add --apply to import.',
  },
} as const;

const rowLine = (language: Language, { candidate, status, problems }: Outcome): string => {
  const said = words[language];
  const { line, identifier, name, role, hash } = candidate;
  const rest =
    status === 'error'
      ? problems.map((problem) => problemText(language, problem)).join(said.and)
      : `${plain(name)}, ${roleNames[language][role!]}${hash === null ? '' : said.withKey}`;
  return said.row(line, said.marks[status], plain(identifier) || said.noIdentifier, rest);
};

const conclusion = (
  language: Language,
  outcomes: readonly Outcome[],
  { applied, sendWelcome }: Told,
): string => {
  const said = words[language];
  const { rows, ready, added, present, errors } = totalsOf(outcomes);
  const already = present > 0 ? `, ${said.already(present)}` : '';
  if (applied) {
    const missed = errors > 0 ? said.missed(said.wrong(errors)) : '';
    return `${said.added(added)}${already}.${missed} ${sendWelcome ? said.mails : said.noMails}`;
  }
  const found = `${said.found(rows, ready)}${already}, ${said.wrong(errors)}.`;
  return `${found} ${errors > 0 ? said.correct : said.tried}`;
};

/** The report for a person: a line per row, then the totals and what to do next. */
export const reportText = (language: Language, outcomes: readonly Outcome[], told: Told): string =>
  [...outcomes.map((outcome) => rowLine(language, outcome)), conclusion(language, outcomes, told)].join('\n');

/** The same for a program. No hash, no name, no address: whoever asks has the file. */
export const reportFields = (
  language: Language,
  outcomes: readonly Outcome[],
  { schoolId, applied, sendWelcome }: Told,
) => ({
  schoolId,
  applied,
  welcomeSent: applied && sendWelcome,
  totals: totalsOf(outcomes),
  rows: outcomes.map(({ candidate: { line, identifier }, status, problems, userId }) => ({
    line,
    identifier,
    status,
    ...(userId === undefined ? {} : { userId }),
    problems: problems.map((code) => ({ code, message: problemText(language, code) })),
  })),
});

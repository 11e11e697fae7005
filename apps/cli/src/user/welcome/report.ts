import { counted } from '../../terminal/counted.js';
import type { Language } from '../../terminal/language.js';
import type { Welcomed } from './welcome-users.js';

const countOf = (welcomed: readonly Welcomed[], status: Welcomed['status']) =>
  welcomed.filter((each) => each.status === status).length;

const words = {
  fr: {
    waiting: (n: number) => `${counted('fr', n, 'personne attend', 'personnes attendent')} une première clé`,
    sent: (n: number) => counted('fr', n, 'e-mail de bienvenue part', 'e-mails de bienvenue partent'),
    hasKey: (n: number) => counted('fr', n, 'personne a déjà une clé', 'personnes ont déjà une clé'),
    onItsWay: (n: number) =>
      counted('fr', n, 'clé provisoire est en route', 'clés provisoires sont en route'),
    closed: (n: number) => counted('fr', n, 'compte est fermé', 'comptes sont fermés'),
    late: (n: number) =>
      ` ${counted('fr', n, 'demande trop récente', 'demandes trop récentes')} : relancez plus tard.`,
    nobody: 'Personne n’attend de clé :',
    and: ' ;',
    tried: 'Aucun e-mail n’est parti : c’était un essai, ajoutez --apply pour envoyer.',
  },
  en: {
    waiting: (n: number) => `${counted('en', n, 'person waits', 'people wait')} for a first key`,
    sent: (n: number) => counted('en', n, 'welcome mail leaves', 'welcome mails leave'),
    hasKey: (n: number) => `${counted('en', n, 'person has', 'people have')} a key already`,
    onItsWay: (n: number) =>
      counted('en', n, 'provisional key is on its way', 'provisional keys are on their way'),
    closed: (n: number) => counted('en', n, 'account is closed', 'accounts are closed'),
    late: (n: number) =>
      ` ${counted('en', n, 'request came', 'requests came')} too soon: run it again later.`,
    nobody: 'Nobody waits for a key:',
    and: ';',
    tried: 'No mail has left: this was a trial, add --apply to send them.',
  },
} as const;

/** The report for a person: what happened, or would, and what to do next. */
export const welcomeText = (language: Language, welcomed: readonly Welcomed[], applied: boolean): string => {
  const said = words[language];
  const count = (status: Welcomed['status']) => countOf(welcomed, status);
  const others = [
    said.hasKey(count('has-key')),
    said.onItsWay(count('on-its-way')),
    said.closed(count('closed')),
  ].join(', ');
  if (applied) {
    const late = count('too-soon') > 0 ? said.late(count('too-soon')) : '';
    return `${said.sent(count('sent'))}${said.and} ${others}.${late}`;
  }
  return count('waiting') === 0
    ? `${said.nobody} ${others}.`
    : `${said.waiting(count('waiting'))}${said.and} ${others}. ${said.tried}`;
};

/** The same for a program: ids only, no name and no address. */
export const welcomeFields = (welcomed: readonly Welcomed[], applied: boolean) => ({
  applied,
  totals: {
    users: welcomed.length,
    waiting: countOf(welcomed, 'waiting'),
    sent: countOf(welcomed, 'sent'),
    hasKey: countOf(welcomed, 'has-key'),
    onItsWay: countOf(welcomed, 'on-its-way'),
    closed: countOf(welcomed, 'closed'),
    tooSoon: countOf(welcomed, 'too-soon'),
  },
  users: welcomed,
});

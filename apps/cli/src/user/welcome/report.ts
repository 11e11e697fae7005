import type { Welcomed } from './welcome-users.js';

const countOf = (welcomed: readonly Welcomed[], status: Welcomed['status']) =>
  welcomed.filter((each) => each.status === status).length;

const many = (count: number, one: string, more: string) =>
  `${new Intl.NumberFormat('fr-FR').format(count)} ${count > 1 ? more : one}`;

/** The report for a person: what happened, or would, and what to do next. */
export const welcomeText = (welcomed: readonly Welcomed[], applied: boolean): string => {
  const [waiting, sent, tooSoon] = [
    countOf(welcomed, 'waiting'),
    countOf(welcomed, 'sent'),
    countOf(welcomed, 'too-soon'),
  ];
  const others = [
    `${many(countOf(welcomed, 'has-key'), 'personne a déjà une clé', 'personnes ont déjà une clé')}`,
    `${many(countOf(welcomed, 'on-its-way'), 'clé provisoire est en route', 'clés provisoires sont en route')}`,
    `${many(countOf(welcomed, 'closed'), 'compte est fermé', 'comptes sont fermés')}`,
  ].join(', ');
  if (!applied)
    return waiting === 0
      ? `Personne n'attend de clé : ${others}.`
      : `${many(waiting, 'personne attend', 'personnes attendent')} une première clé ; ${others}. Aucun e-mail n'est parti : c'était un essai, ajoutez --apply pour envoyer.`;
  const late =
    tooSoon > 0
      ? ` ${many(tooSoon, 'demande trop récente', 'demandes trop récentes')} : relancez plus tard.`
      : '';
  return `${many(sent, 'e-mail de bienvenue part', 'e-mails de bienvenue partent')} ; ${others}.${late}`;
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

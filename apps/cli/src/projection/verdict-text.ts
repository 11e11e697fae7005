import type { ListVerdict, RowDifference } from '#apps/users';
import { counted } from '../terminal/counted.js';
import type { Language } from '../terminal/language.js';

/** How many of them are named. */
export const FEW = 10;

export const countOf = (differences: readonly RowDifference[], kind: RowDifference['kind']): number =>
  differences.filter((difference) => difference.kind === kind).length;

const words = {
  fr: {
    same: (people: string, position: number) =>
      `La liste dit ce que dit le journal : ${people}, jusqu’à la position ${position}.`,
    people: (n: number) => counted('fr', n, 'personne'),
    unlike: (n: number, people: string, position: number) =>
      `La liste NE dit PAS ce que dit le journal : ${counted('fr', n, 'écart')} pour ${people}, à la position ${position}.`,
    kinds: { differs: 'diffère', missing: 'manque', surplus: 'est en trop' },
    counts: { differs: 'diffèrent', missing: 'manquent', surplus: 'en trop' },
    colon: ' : ',
    more: (n: number) => `… et ${n} de plus`,
    repair: 'Refaites-la (trousseau projection rebuild user-list), puis redémarrez le service.',
    moving: (n: number, at: number) =>
      `${counted('fr', n, 'personne touchée', 'personnes touchées')} depuis la position ${at}, où l’une des deux s’arrête : non comparée${n > 1 ? 's' : ''}.`,
    forgotten: (n: number) =>
      `${counted('fr', n, 'dernière connexion', 'dernières connexions')} de plus de 31 jours, que le journal ne garde pas : ce n’est pas un écart.`,
    usersAlone: 'Clés et connexions viennent de Kafka : non comparées.',
  },
  en: {
    same: (people: string, position: number) =>
      `The list says what the log says: ${people}, up to position ${position}.`,
    people: (n: number) => counted('en', n, 'person', 'people'),
    unlike: (n: number, people: string, position: number) =>
      `The list does NOT say what the log says: ${counted('en', n, 'difference')} for ${people}, at position ${position}.`,
    kinds: { differs: 'differs', missing: 'is missing', surplus: 'is too many' },
    counts: { differs: 'differ', missing: 'missing', surplus: 'too many' },
    colon: ': ',
    more: (n: number) => `… and ${n} more`,
    repair: 'Make it anew (trousseau projection rebuild user-list), then restart the service.',
    moving: (n: number, at: number) =>
      `${counted('en', n, 'person', 'people')} touched since position ${at}, where one of the two ends: not compared.`,
    forgotten: (n: number) =>
      `${counted('en', n, 'last sign-in')} more than 31 days ago, which the log does not keep: that is no difference.`,
    usersAlone: 'Keys and sign-ins come over Kafka: not compared.',
  },
} as const;

/** What came of it, for a person: ids, and which columns; never what stands in them. */
export const verdictText = (language: Language, verdict: ListVerdict): string => {
  const said = words[language];
  const { differences, position, people, moving, forgotten, live } = verdict;
  const both = Math.min(position, live.users, live.signIns ?? position);
  const everybody = said.people(people);
  const lines =
    differences.length === 0
      ? [said.same(everybody, position)]
      : [
          said.unlike(differences.length, everybody, position),
          (['differs', 'missing', 'surplus'] as const)
            .map((kind) => `${said.counts[kind]}${said.colon}${countOf(differences, kind)}`)
            .join(', '),
          ...differences.slice(0, FEW).map(({ userId, kind, columns }) => {
            const which = columns.length === 0 ? '' : ` (${columns.join(', ')})`;
            return `  ${userId} ${said.kinds[kind]}${which}`;
          }),
          ...(differences.length > FEW ? [`  ${said.more(differences.length - FEW)}`] : []),
          said.repair,
        ];
  return [
    ...lines,
    ...(moving > 0 ? [said.moving(moving, both)] : []),
    ...(forgotten > 0 ? [said.forgotten(forgotten)] : []),
    ...(live.signIns === null ? [said.usersAlone] : []),
  ].join('\n');
};

import type { Finding, Verdict } from '#evidence';
import type { Language } from '../../terminal/language.js';
import { counted } from '../../terminal/counted.js';
import { findingTexts } from './finding-texts.js';

const findingText = (language: Language, { kind, index, upTo, position }: Finding): string => {
  const isOne = upTo === undefined || upTo - 1 === index;
  const span = isOne ? `place ${index}` : `places ${index}–${upTo - 1}`;
  const at = position === null ? '' : `, position ${position}`;
  const colon = language === 'fr' ? ' :' : ':';
  return `- ${span}${at}${colon} ${findingTexts[language][kind]}`;
};

/** Absences by what explains them; what did not happen is not told. */
const absences = (language: Language, { absent }: Verdict): string => {
  const { retention, 'data-key-destroyed': destroyed, 'data-key-rewrapped': rewrapped } = absent;
  const gone = retention + destroyed + rewrapped;
  if (gone === 0) return language === 'fr' ? 'Aucun événement absent.' : 'No event is absent.';
  const some = (count: number, said: string) => (count === 0 ? [] : [said]);
  if (language === 'fr') {
    const why = [
      ...some(retention, counted('fr', retention, 'échu')),
      ...some(
        destroyed,
        counted('fr', destroyed, 'd’une clé de données détruite', 'de clés de données détruites') +
          ' (changement de clé ou effacement)',
      ),
      ...some(
        rewrapped,
        counted('fr', rewrapped, 'remplacé', 'remplacés') + ' au changement de la clé maîtresse',
      ),
    ];
    return `${counted('fr', gone, 'événement absent', 'événements absents')} comme déclaré : ${why.join(', ')}.`;
  }
  const why = [
    ...some(retention, `${retention} expired`),
    ...some(
      destroyed,
      counted('en', destroyed, 'of a destroyed data key', 'of destroyed data keys') +
        ' (a key changed, or a person erased)',
    ),
    ...some(rewrapped, `${rewrapped} replaced when the master key changed`),
  ];
  return `${counted('en', gone, 'event is', 'events are')} absent as declared: ${why.join(', ')}.`;
};

const sound = (language: Language, verdict: Verdict, anchored: boolean): string => {
  const { events, signed, unsigned } = verdict;
  const lines =
    language === 'fr'
      ? [
          `Journal intact : ${counted('fr', events, 'événement vérifié', 'événements vérifiés')}, ${counted('fr', signed, 'place signée', 'places signées')}, ${unsigned} pas encore.`,
          absences('fr', verdict),
          ...(anchored
            ? []
            : ['Aucun point de contrôle extérieur : un retour à un état antérieur ne se verrait pas.']),
        ]
      : [
          `The log is sound: ${counted('en', events, 'event')} verified, ${counted('en', signed, 'place')} signed, ${unsigned} not yet.`,
          absences('en', verdict),
          ...(anchored ? [] : ['No checkpoint from outside: a return to an earlier state would go unseen.']),
        ];
  return lines.join('\n');
};

/** The verdict in words. `anchored`: whether a checkpoint from outside the store was given. */
export const verdictText = (language: Language, verdict: Verdict, anchored: boolean): string => {
  if (verdict.findings.length === 0) return sound(language, verdict, anchored);
  const title = language === 'fr' ? 'Journal NON intact :' : 'The log is NOT sound:';
  const lines = verdict.findings.map((finding) => findingText(language, finding));
  return [title, ...lines].join('\n');
};

import type { Finding, Verdict } from '#evidence';
import type { Language } from '../language/language.js';
import { findingTexts } from './finding-texts.js';

const findingText = (language: Language, { kind, index, upTo, position }: Finding): string => {
  const span = upTo === undefined ? `${index}` : `${index}–${upTo - 1}`;
  const at = position === null ? '' : `, position ${position}`;
  const colon = language === 'fr' ? ' :' : ':';
  return `- place ${span}${at}${colon} ${findingTexts[language][kind]}`;
};

const sound = (language: Language, verdict: Verdict, anchored: boolean): string => {
  const { events, signed, unsigned, absent } = verdict;
  const { retention, 'data-key-destroyed': destroyed, 'data-key-rewrapped': rewrapped } = absent;
  const gone = retention + destroyed + rewrapped;
  const lines =
    language === 'fr'
      ? [
          `Journal intact : ${events} événements vérifiés, ${signed} places signées, ${unsigned} pas encore.`,
          gone === 0
            ? 'Aucun événement absent.'
            : `${gone} événements absents comme déclaré (${retention} échus, ${destroyed} de clés de données détruites, ${rewrapped} remplacés au changement de la clé maîtresse).`,
          ...(anchored
            ? []
            : ['Aucun point de contrôle extérieur : un retour à un état antérieur ne se verrait pas.']),
        ]
      : [
          `The log is sound: ${events} events verified, ${signed} places signed, ${unsigned} not yet.`,
          gone === 0
            ? 'No event is absent.'
            : `${gone} events are absent as declared (${retention} expired, ${destroyed} of destroyed data keys, ${rewrapped} replaced when the master key changed).`,
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

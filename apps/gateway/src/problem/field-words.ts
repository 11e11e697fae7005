import type { Locale } from '#contracts';

/** Why a field is not as described, in every language of the API; its value, which may be a secret, never comes back. */
export type FieldDetail = Readonly<Record<Locale, string>>;

const fr = {
  needed: 'Ce champ est obligatoire.',
  text: 'Ce doit être un texte.',
  truth: 'Ce doit être true ou false.',
  number: 'Ce doit être un nombre entier.',
  object: 'Ce doit être un objet JSON.',
  empty: 'Ce champ est vide.',
  line: 'Ce doit être un texte sur une seule ligne.',
  typedKey: 'Ce doit être un texte de 256 caractères au plus.',
  instant: 'Ce doit être un instant en UTC (ISO 8601), comme 2026-03-03T10:00:00Z.',
  stillToCome: 'Cet instant est encore à venir ; le journal n’en sait rien.',
  position: 'Ce doit être une position du journal, en chiffres.',
  keyInFullSession: 'La clé actuelle est demandée pour en changer.',
  other: 'Ce n’est pas ce qui était attendu.',
  least: (least: string) => `Le minimum est ${least}.`,
  most: (most: string) => `Le maximum est ${most}.`,
  shortest: (length: string) => `Il faut au moins ${length} caractères.`,
  longest: (length: string) => `Il faut ${length} caractères au plus.`,
  oneOf: (choices: string) => `Ce doit être l’un de ceux-ci : ${choices}.`,
  unknown: (names: string) => `Rien ici ne porte ce nom : ${names}.`,
};

/** What can be said of a field. */
export type FieldWords = typeof fr;

const en: FieldWords = {
  needed: 'This field is needed.',
  text: 'This must be text.',
  truth: 'This must be true or false.',
  number: 'This must be a whole number.',
  object: 'This must be a JSON object.',
  empty: 'This field is empty.',
  line: 'This must be text on one line.',
  typedKey: 'This must be text of at most 256 characters.',
  instant: 'This must be an instant in UTC (ISO 8601), such as 2026-03-03T10:00:00Z.',
  stillToCome: 'This instant is still to come; the log knows nothing of it.',
  position: 'This must be a position of the log, in digits.',
  keyInFullSession: 'The current key is needed to change it.',
  other: 'This is not what was expected.',
  least: (least) => `The least is ${least}.`,
  most: (most) => `The most is ${most}.`,
  shortest: (length) => `At least ${length} characters are needed.`,
  longest: (length) => `At most ${length} characters are taken.`,
  oneOf: (choices) => `This must be one of: ${choices}.`,
  unknown: (names) => `Nothing here has this name: ${names}.`,
};

export const fieldWords: Readonly<Record<Locale, FieldWords>> = { fr, en };

/** A sentence of these in every language. */
export const inEachLocale = (say: (words: FieldWords) => string): FieldDetail => ({
  fr: say(fr),
  en: say(en),
});

import type { detailRefusals } from '#contracts';
import type { Language, Said } from '../../terminal/language.js';

/** What can be wrong with a row. */
export type Problem =
  | (typeof detailRefusals)[number]
  | 'role-missing'
  | 'role-not-valid'
  | 'locale-not-valid'
  | 'hash-not-valid'
  | 'hash-not-salted'
  | 'hash-too-costly'
  | `same-as-line-${number}`;

const texts: Readonly<Record<Exclude<Problem, `same-as-line-${number}`>, Said>> = {
  'identifier-taken': { fr: 'cet identifiant est déjà pris', en: 'this identifier is taken' },
  'identifier-not-valid': {
    fr: "l'identifiant doit compter 3 à 64 lettres, chiffres, points, tirets ou soulignés",
    en: 'an identifier has 3 to 64 letters, digits, dots, hyphens or underscores',
  },
  'name-not-valid': { fr: 'le nom doit compter 1 à 100 caractères', en: 'a name has 1 to 100 characters' },
  'email-not-valid': { fr: "l'adresse e-mail n'est pas valable", en: 'the e-mail address is not valid' },
  'phone-not-valid': { fr: "le numéro de téléphone n'est pas valable", en: 'the phone number is not valid' },
  'role-missing': {
    fr: 'le rôle manque : gérant, complet ou moniteur',
    en: 'the role is missing: manager, office or instructor',
  },
  'role-not-valid': {
    fr: "le rôle n'est pas connu : écrivez gérant, complet ou moniteur",
    en: 'the role is not known: write manager, office or instructor',
  },
  'locale-not-valid': {
    fr: "la langue n'est pas connue : écrivez fr ou en, ou laissez la case vide",
    en: 'the language is not known: write fr or en, or leave the cell empty',
  },
  'hash-not-valid': {
    fr: "l'empreinte n'est d'aucun format connu",
    en: 'the hash is of no known format',
  },
  'hash-not-salted': {
    fr: "l'empreinte SHA-1 ou MD5 est sans sel ; elle ne peut pas être reprise",
    en: 'the SHA-1 or MD5 hash has no salt; it cannot be taken over',
  },
  'hash-too-costly': {
    fr: "l'empreinte demande trop de calcul ; elle ne peut pas être reprise",
    en: 'the hash takes too much to compute; it cannot be taken over',
  },
};

const sameAs = {
  fr: (line: string) => `même identifiant qu'à la ligne ${line} de ce fichier`,
  en: (line: string) => `same identifier as on line ${line} of this file`,
} as const;

/** A problem in words. Never quotes the hash. */
export const problemText = (language: Language, problem: Problem): string => {
  const line = /^same-as-line-(\d+)$/.exec(problem)?.[1];
  return line === undefined ? texts[problem as keyof typeof texts][language] : sameAs[language](line);
};

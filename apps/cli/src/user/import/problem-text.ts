import type { detailRefusals } from '#contracts';

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

const texts: Readonly<Record<Exclude<Problem, `same-as-line-${number}`>, string>> = {
  'identifier-taken': 'cet identifiant est déjà pris',
  'identifier-not-valid': "l'identifiant doit compter 3 à 64 lettres, chiffres, points, tirets ou soulignés",
  'name-not-valid': 'le nom doit compter 1 à 100 caractères',
  'email-not-valid': "l'adresse e-mail n'est pas valable",
  'phone-not-valid': "le numéro de téléphone n'est pas valable",
  'role-missing': 'le rôle manque : gérant, complet ou moniteur',
  'role-not-valid': "le rôle n'est pas connu : écrivez gérant, complet ou moniteur",
  'locale-not-valid': "la langue n'est pas connue : écrivez fr ou en, ou laissez la case vide",
  'hash-not-valid': "l'empreinte n'est d'aucun format connu",
  'hash-not-salted': "l'empreinte SHA-1 ou MD5 est sans sel ; elle ne peut pas être reprise",
  'hash-too-costly': "l'empreinte demande trop de calcul ; elle ne peut pas être reprise",
};

/** A problem in words. Never quotes the hash. */
export const problemText = (problem: Problem): string => {
  const line = /^same-as-line-(\d+)$/.exec(problem)?.[1];
  return line === undefined
    ? texts[problem as keyof typeof texts]
    : `même identifiant qu'à la ligne ${line} de ce fichier`;
};

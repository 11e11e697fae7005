import type { Language } from '../../terminal/language.js';

/** What a column can hold. */
export type Column = 'identifier' | 'firstName' | 'lastName' | 'role' | 'email' | 'locale' | 'hash';

/** How a header may name each, without accents, capitals, spaces and punctuation. */
const names: Readonly<Record<Column, readonly string[]>> = {
  identifier: ['identifiant', 'identifier', 'utilisateur', 'user', 'userid'],
  firstName: ['prenom', 'prenoms', 'firstname', 'givenname'],
  lastName: [
    'nom',
    'nomdefamille',
    'nomcomplet',
    'nometprenom',
    'prenometnom',
    'nomprenom',
    'prenomnom',
    'name',
    'fullname',
    'lastname',
    'surname',
    'familyname',
  ],
  role: ['role', 'fonction', 'profil', 'droits', 'acces', 'function', 'profile'],
  email: [
    'email',
    'mail',
    'courriel',
    'emaildereference',
    'referenceemail',
    'adresseemail',
    'adressemail',
    'adresseelectronique',
    'emailaddress',
  ],
  locale: ['langue', 'language', 'locale', 'lang'],
  hash: ['empreinte', 'empreintedelacle', 'hash', 'hashdumotdepasse', 'passwordhash', 'keyhash'],
};

/** The columns without which nobody can be added. */
export const compulsory = ['identifier', 'lastName', 'role', 'email'] as const;

/** The words for them in a message. */
export const columnNames: Readonly<Record<Language, Readonly<Record<(typeof compulsory)[number], string>>>> =
  {
    fr: { identifier: 'identifiant', lastName: 'nom', role: 'rôle', email: 'e-mail' },
    en: { identifier: 'identifier', lastName: 'name', role: 'role', email: 'e-mail' },
  };

/** Letters and digits alone: "Adresse e-mail " and "adresse_email" are the same. */
export const bare = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');

/** Which column a header names; null for one that is not read. */
export const columnOf = (header: string): Column | null => {
  const given = bare(header);
  for (const [column, known] of Object.entries(names)) if (known.includes(given)) return column as Column;
  return null;
};

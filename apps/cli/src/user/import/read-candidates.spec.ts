import { describe, expect, it } from '@jest/globals';
import { asExcelWrites } from './as-excel-writes.examples.js';
import { readCandidates } from './read-candidates.js';

const header = ['Identifiant', 'Prénom', 'Nom', 'Rôle', 'E-mail', 'Langue', 'Empreinte'];
const people = [
  header,
  ['Zoé.Œuvre', 'Zoé', 'd’Œuvre-Noël ; dite « Zouzou »', 'Monitrice', 'zoe@exemple.fr', '', ''],
  ['', '', '', '', '', '', ''],
  ['anne', 'Anne', 'L’Haÿ "la Vive"', 'Gérant (Admin)', 'anne@exemple.fr', 'anglais', ''],
];
const read = (text: string) => readCandidates(Buffer.from(text), 'fr');
const problemsOf = (text: string) => read(text).map(({ problems }) => problems);

describe.each(Object.entries(asExcelWrites))('a file as it is saved: %s', (name, write) => {
  it('is read to the last accent and quote', () => {
    const shift = name.includes('separator') && name.includes('line that') ? 1 : 0;
    expect(readCandidates(write(people), 'fr')).toEqual([
      {
        line: 2 + shift,
        identifier: 'zoé.œuvre',
        name: 'Zoé d’Œuvre-Noël ; dite « Zouzou »',
        role: 'instructor',
        email: 'zoe@exemple.fr',
        locale: 'fr',
        hash: null,
        problems: [],
      },
      {
        line: 4 + shift,
        identifier: 'anne',
        name: 'Anne L’Haÿ "la Vive"',
        role: 'manager',
        email: 'anne@exemple.fr',
        locale: 'en',
        hash: null,
        problems: [],
      },
    ]);
  });
});

describe('a file of users', () => {
  it.each([
    'identifiant;nom;rôle;e-mail',
    'IDENTIFIANT;NOM;ROLE;MAIL',
    'Identifiant ; Nom complet; Fonction;Adresse électronique',
    'identifier,name,role,email',
    'User ID\tFull name\tRole\tE-mail address',
  ])('names its columns in French or English: %s', (names) => {
    const delimiter = /[;,\t]/.exec(names)![0];
    const row = ['zoe', 'Zoé Durand', 'office', 'zoe@exemple.fr'].join(delimiter);
    expect(read(`${names}\n${row}\n`)).toMatchObject([
      { identifier: 'zoe', name: 'Zoé Durand', role: 'office', email: 'zoe@exemple.fr' },
    ]);
  });

  it('may have columns nobody knows, in any order', () => {
    const text = 'e-mail;Remarque;rôle;nom;identifiant\nz@exemple.fr;"a;b";complet;Zoé;zoe\n';
    expect(read(text)).toMatchObject([{ identifier: 'zoe', email: 'z@exemple.fr', problems: [] }]);
  });

  it('counts lines as an editor does, also after a cell of several lines', () => {
    const text =
      'identifiant;nom;rôle;e-mail;note\nun;Un;complet;u@x.fr;"a\nb"\n\ndeux;Deux;complet;d@x.fr;\n';
    expect(read(text).map(({ line }) => line)).toEqual([3, 5]);
  });

  it('tells everything that is wrong with a row', () => {
    expect(problemsOf('identifiant;nom;rôle;e-mail;langue;hash\nzoe;Zoé;chef;z@x.fr;klingon;abc\n')).toEqual([
      ['role-not-valid', 'locale-not-valid', 'hash-not-valid'],
    ]);
    expect(problemsOf('identifiant;nom;rôle;e-mail\nzoe;Zoé;;\n')).toEqual([['role-missing']]);
    expect(problemsOf(`identifiant;nom;rôle;e-mail\nzoe;${'é'.repeat(201)};complet;z@x.fr\n`)).toEqual([
      ['name-not-valid'],
    ]);
  });

  it('names the line of the first of two who have the same identifier', () => {
    const rows = ['zoe;Zoé;complet;z@x.fr', 'paul;Paul;complet;p@x.fr', 'ZOE ;Zoé;complet;z@x.fr'];
    expect(problemsOf(`identifiant;nom;rôle;e-mail\n${rows.join('\n')}\n`)).toEqual([
      [],
      [],
      ['same-as-line-2'],
    ]);
  });

  it.each([
    ['', 'Le fichier est vide.'],
    ['\r\n\r\n', 'Le fichier est vide.'],
    ['identifiant;nom;rôle;e-mail\r\n', 'Le fichier ne contient aucune personne.'],
    ['nom;e-mail\r\nZoé;z@x.fr', 'il manque « identifiant », « rôle »'],
    [
      'identifiant;utilisateur;nom;rôle;e-mail\r\n',
      'Deux colonnes disent la même chose : « identifiant » et « utilisateur »',
    ],
    ['identifiant;nom;rôle;e-mail\r\nzoe;"Zoé;complet;z@x.fr\r\n', 'guillemet'],
    ['PK\u0003\u0004\u0000\u0000', 'il manque'],
  ])('that is none is refused in words: %j', (text, words) => {
    expect(() => read(text)).toThrow(words);
  });
});

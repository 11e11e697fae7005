import { writeFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { scratchFolder } from '#event-store/testing';
import { program } from '../program.js';

const scratch = scratchFolder();

const asked = {
  school: ['--manager-email', 'ines@ecole.fr', '--manager-phone', '06 12 34 56 78'],
  user: ['--name', 'Léa Martin', '--email', 'lea@ecole.fr'],
};

/** As somebody at a French and somebody at an English terminal read the same commands, on data of their own. */
describe('what the command line answers', () => {
  const before = { ...process.env };
  let said = '';
  let schoolId = '';

  const typed = async (language: string, ...words: string[]) => {
    said = '';
    process.exitCode = 0;
    process.env['LC_ALL'] = language === 'fr' ? 'fr_FR.UTF-8' : 'en_GB.UTF-8';
    await program('fr').parseAsync(words, { from: 'user' });
    process.exitCode = 0;
    return said.trim();
  };
  const plain = (text: string) => text.replaceAll(/[\w-]{36,}|\d{4}-\d\d-\d\dT[\d:.]+Z/g, '…');

  beforeAll(() => {
    process.env['TROUSSEAU_DATA'] = scratch.file('data');
    process.env['TROUSSEAU_SECRETS'] = scratch.file('keys');
  });
  beforeEach(() => {
    const listen = (text: unknown) => ((said += String(text)), true);
    jest.spyOn(process.stdout, 'write').mockImplementation(listen);
    jest.spyOn(process.stderr, 'write').mockImplementation(listen);
  });
  afterEach(() => void jest.restoreAllMocks());
  afterAll(() => {
    for (const name of ['TROUSSEAU_DATA', 'TROUSSEAU_SECRETS', 'LC_ALL'])
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
  });

  const register = (identifier: string) => [
    ...['school', 'create', '--name', 'Lac', '--manager-name', 'Inès Petit', ...asked.school],
    ...['--manager-identifier', identifier],
  ];
  const add = (identifier: string) => [
    ...['user', 'add', '--school', schoolId, ...asked.user, '--role', 'office', '--identifier', identifier],
  ];
  const operator = (identifier: string) => [
    ...['operator', 'add', ...asked.user, '--role', 'support', '--identifier', identifier],
  ];

  it('of people is said in French and in English', async () => {
    const french = await typed('fr', ...register('ines.petit'));
    expect(plain(french)).toBe(
      'Auto-école enregistrée : …\nGérant : …. Sa première clé provisoire part par e-mail.',
    );
    schoolId = /[\w-]{36,}/.exec(french)![0];
    expect(plain(await typed('en', ...register('ines.grand')))).toBe(
      'School registered: …\nManager: …. Their first provisional key leaves by mail.',
    );
    expect(plain(await typed('fr', ...add('lea.martin')))).toMatch(/^Utilisateur ajouté : …\./);
    expect(plain(await typed('en', ...add('lou.martin')))).toMatch(/^User added: …\./);
    expect(plain(await typed('fr', ...operator('nadia')))).toMatch(/^Opérateur ajouté : …\./);
    expect(plain(await typed('en', ...operator('nestor')))).toMatch(/^Operator added: …\./);
    expect(await typed('fr', ...add('lea.martin'))).toBe(
      'Cet identifiant est déjà pris ; choisissez-en un autre.',
    );
    expect(await typed('en', ...add('lea.martin'))).toBe('This identifier is taken; choose another.');
    const phone = ['school', 'phone', '--school', schoolId, '--phone', '06 12 34 56 79'];
    expect(await typed('fr', ...phone)).toMatch(/^Numéro enregistré\./);
    expect(await typed('en', ...phone)).toMatch(/^Number recorded\./);
  });

  it('of a file is said in French and in English', async () => {
    const file = (name: string, rows: string) => writeFile(scratch.file(name), rows);
    await file('good.csv', 'identifiant;nom;rôle;e-mail\npaul;Paul;moniteur;paul@ecole.fr\n');
    await file('columns.csv', 'identifiant;nom\npaul;Paul\n');
    const imported = (name: string) => ['user', 'import', scratch.file(name), '--school', schoolId];
    expect(await typed('fr', ...imported('good.csv'))).toBe(
      'Ligne 2 : ok : paul : Paul, Moniteur.\n1 ligne lue : 1 à ajouter, 0 erreur. Rien n’a été importé : c’était un essai, ajoutez --apply pour importer.',
    );
    expect(await typed('en', ...imported('good.csv'))).toBe(
      'Line 2: ok: paul: Paul, Instructor (Moniteur).\n1 line read: 1 to add, 0 errors. Nothing was imported: this was a trial, add --apply to import.',
    );
    expect(await typed('fr', ...imported('columns.csv'))).toContain('il manque « rôle », « e-mail ».');
    expect(await typed('en', ...imported('columns.csv'))).toContain('missing: "role", "e-mail".');
  });

  it.each([
    ['keys list', /depuis .* signe$/, /since .* signs$/],
    ['keys make', /^Clés prêtes/, /^Keys ready/],
    ['keys rotate', /^Nouvelle clé/, /^Keys are being changed/],
    ['keys rotate --compromised', /aucun jeton plus ancien/, /no earlier token/],
    ['keys master list', /chiffre {2}\d+ clés? de données$/, /wraps {2}\d+ data keys?$/],
    ['keys master use', /^Il n’y a qu’une clé maîtresse/, /^There is one master key only/],
    ['keys master add', /^Nouvelle clé ajoutée/, /^The master key is being changed/],
    ['keys master rewrap', /^0 clé de données chiffrée à nouveau/, /^0 data keys wrapped anew/],
    ['keys master use', /^La nouvelle clé servira/, /^The new key wraps/],
    ['projection rebuild user-list', /^Liste reconstruite/, /^List made anew/],
    ['projection verify user-list', /^Ce modèle de lecture n’est pas ici/, /^This read model is not here/],
    ['messaging dlq list', /^KAFKA_BROKERS n’est pas réglé/, /^KAFKA_BROKERS is not set/],
    ['messaging dlq replay', /^KAFKA_BROKERS n’est pas réglé/, /^KAFKA_BROKERS is not set/],
    ['calibrate --seconds 1', /^Vérifier une clé \(argon2id/, /^Verifying a key \(argon2id/],
    ['calibrate --seconds 0', /^Une mesure dure de 1 à 60 secondes/, /^A measurement takes 1 to 60 seconds/],
    ['audit sign', /^Point de contrôle signé/, /^Nothing new to sign/],
    ['erase --reapply', /^Journal des effacements/, /^Erasure journal/],
  ])('to "%s" is said in French and in English', async (command, french, english) => {
    expect(await typed('fr', ...command.split(' '))).toMatch(french);
    expect(await typed('en', ...command.split(' '))).toMatch(english);
  });

  it('is said in the language that was asked for, whatever the terminal', async () => {
    expect(await typed('fr', 'keys', 'make', '--lang', 'en')).toMatch(/^Keys ready/);
    expect(await typed('en', 'keys', 'make', '--lang', 'fr')).toMatch(/^Clés prêtes/);
  });

  it('tells settings that will not do in either', async () => {
    process.env['TROUSSEAU_PORT'] = 'x';
    try {
      expect(await typed('fr', 'keys', 'make')).toMatch(/^Ces réglages ne conviennent pas : TROUSSEAU_PORT/);
      expect(await typed('en', 'keys', 'make')).toMatch(/^These settings will not do: TROUSSEAU_PORT/);
    } finally {
      if (before['TROUSSEAU_PORT'] === undefined) delete process.env['TROUSSEAU_PORT'];
      else process.env['TROUSSEAU_PORT'] = before['TROUSSEAU_PORT'];
    }
  });
});

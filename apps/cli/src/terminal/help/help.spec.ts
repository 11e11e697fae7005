import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Command } from 'commander';
import { program } from '../../program.js';
import { helpInFrench, placeholdersInFrench } from './help.fr.js';

const withAllBelow = (command: Command): readonly Command[] => [
  command,
  ...command.commands.flatMap(withAllBelow),
];

let written = '';
beforeEach(() => {
  written = '';
  const listen = (text: unknown) => ((written += String(text)), true);
  jest.spyOn(process.stdout, 'write').mockImplementation(listen);
  jest.spyOn(process.stderr, 'write').mockImplementation(listen);
});
afterEach(() => void jest.restoreAllMocks());

/** What is answered to somebody who types this, and the exit code. */
const typed = async (language: 'fr' | 'en', ...words: string[]) => {
  written = '';
  const trousseau = program(language);
  withAllBelow(trousseau).forEach((command) =>
    command.exitOverride().configureOutput({ getOutHelpWidth: () => 80, getErrHelpWidth: () => 80 }),
  );
  const code = await trousseau.parseAsync(words, { from: 'user' }).then(
    () => 0,
    ({ exitCode }: { exitCode: number }) => exitCode,
  );
  return { code, said: written };
};

describe('the help of the command line', () => {
  it('has a French sentence for every one it says, and none too many', () => {
    const said = withAllBelow(program('en')).flatMap((command) => [
      command.description(),
      ...command.options.map(({ description }) => description),
      ...command.registeredArguments.map(({ description }) => description),
    ]);
    const byCommander = ['Usage:', 'Arguments:', 'Options:', 'Commands:', 'display help for command'];
    expect(Object.keys(helpInFrench).toSorted()).toEqual([...new Set([...said, ...byCommander])].toSorted());
  });

  it('lets every command be asked in either language, by a person or by a program', () => {
    const commands = withAllBelow(program('en')).filter(({ commands: below }) => below.length === 0);
    const unasked = commands.filter(({ options }) =>
      ['--lang', '--json'].some((long) => options.every((option) => option.long !== long)),
    );
    expect(commands.length).toBeGreaterThan(25);
    expect(unasked.map((command) => command.name())).toEqual([]);
  });

  it('has a French word for everything to be filled in', () => {
    const pages = withAllBelow(program('en')).map((command) => command.helpInformation());
    const named = pages.flatMap((page) => [...page.matchAll(/(?<=[<[])\w+/g)].map(([word]) => word));
    expect(Object.keys(placeholdersInFrench).toSorted()).toEqual([...new Set(named)].toSorted());
  });

  it('is a French page for who reads French', async () => {
    const { code, said } = await typed('fr', 'projection', 'rebuild', '--help');
    expect(code).toBe(0);
    expect(said).toBe(
      [
        'Utilisation : trousseau projection rebuild [options] <nom>',
        '',
        'refaire un modèle de lecture à partir du journal ; le service le prend à son',
        'prochain démarrage',
        '',
        'Arguments :',
        '  nom              le modèle de lecture (au choix "user-list")',
        '',
        'Options :',
        '  --lang <langue>  langue de la réponse (au choix "fr", "en", par défaut "fr")',
        '  --json           répondre en JSON',
        '  -h, --help       afficher l’aide',
        '',
      ].join('\n'),
    );
    const erase = await typed('fr', 'erase', '--help');
    expect(erase.said).toMatch(/^ {2}--lang <langue> .*\(au choix "fr", "en", par défaut\s+"/ms);
    expect((await typed('fr', 'audit')).said).toContain('help [commande]');
  });

  const pagesAt = (width: number) =>
    withAllBelow(program('fr')).map((command) =>
      command.configureOutput({ getOutHelpWidth: () => width }).helpInformation(),
    );

  it('begins no French line with what belongs to the one before', () => {
    for (let width = 60; width < 100; width += 1)
      for (const page of pagesAt(width)) expect(page).not.toMatch(/^\s*[:;]/m);
  });

  it('stays within a terminal of 80 columns', () => {
    for (const page of pagesAt(80)) expect(page).not.toMatch(/^.{81}/m);
  });

  it('is an English page for who reads English', async () => {
    const { said } = await typed('en', 'projection', 'rebuild', '--help');
    expect(said).toContain('Usage: trousseau projection rebuild [options] <name>');
    expect(said).toContain('(choices: "user-list")');
  });
});

describe('what the command line refuses before it begins', () => {
  it.each([
    [['adit'], 'Commande inconnue : « adit ». Vouliez-vous dire audit ?\n\nUtilisation : trousseau'],
    [['audit', 'relay'], 'Commande inconnue : « relay ». Vouliez-vous dire replay ?\n'],
    [['keys', 'mast'], 'Commande inconnue : « mast ». Vouliez-vous dire list, make ou master ?\n'],
    [
      ['audit', 'verify', '--chekpoint', 'x'],
      'Option inconnue : « --chekpoint ». Vouliez-vous dire --checkpoint ?\n',
    ],
    [['audit', 'state', '--ar'], 'Option inconnue : « --ar ». Vouliez-vous dire --at ?\n'],
    [['audit', 'key', '--zzzzzz'], 'Option inconnue : « --zzzzzz ».\n'],
    [['audit', 'replay'], 'Il manque l’option --user <numéro>.\n'],
    [['audit', 'replay', '--user'], 'Il manque une valeur à l’option --user <numéro>.\n'],
    [['audit', 'consistency', 'a'], 'Il manque l’argument <nouveau>.\n'],
    [['audit', 'key', 'a', 'b'], 'Trop d’arguments après « key » : 2, au lieu de 0.\n'],
    [['erase', '--lang', 'de'], '« de » ne convient pas à l’option --lang <langue> ; au choix : fr, en.\n'],
    [['erase', '--reapply', '--user', 'x'], 'L’option --reapply ne va pas avec --user <numéro>.\n'],
    [['erase', '--request', '--approve', 'x'], 'L’option --approve <demande> ne va pas avec --request.\n'],
    [['projection', 'rebuild', 'x'], '« x » ne convient pas à l’argument <nom> ; au choix : user-list.\n'],
  ])('is said in French, with exit code 1: trousseau %p', async (words, expected) => {
    const { code, said } = await typed('fr', ...words);
    expect(said.slice(0, expected.length)).toBe(expected);
    expect(code).toBe(1);
  });

  it('is said in English to who reads English', async () => {
    expect(await typed('en', 'audit', 'replay')).toEqual({
      code: 1,
      said: "error: required option '--user <id>' not specified\n",
    });
  });
});

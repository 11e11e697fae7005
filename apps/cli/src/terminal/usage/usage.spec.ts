import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Command } from 'commander';
import { program } from '../../program.js';
import { jsonAsked } from './json-asked.js';

let [out, err] = ['', ''];
beforeEach(() => {
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true));
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => ((err += String(text)), true));
});
afterEach(() => void jest.restoreAllMocks());

const withAllBelow = (command: Command): readonly Command[] => [
  command,
  ...command.commands.flatMap(withAllBelow),
];

/** What is answered to somebody who types this, and the exit code. */
const typed = async (language: 'fr' | 'en', ...words: string[]) => {
  [out, err] = ['', ''];
  const trousseau = program(language, jsonAsked(words));
  for (const command of withAllBelow(trousseau)) command.exitOverride();
  return trousseau.parseAsync(words, { from: 'user' }).then(
    () => 0,
    ({ exitCode }: { exitCode: number }) => exitCode,
  );
};

describe('what the command line does not understand', () => {
  it.each([
    [['adit', '--json'], 'Commande inconnue : « adit ». Vouliez-vous dire audit ?'],
    [['--json', 'audit', 'replay'], 'Option inconnue : « --json ».'],
    [['keys', 'mast', '--json'], 'Commande inconnue : « mast ». Vouliez-vous dire list, make ou master ?'],
    [['audit', 'key', '--json', '--zzzzzz'], 'Option inconnue : « --zzzzzz ».'],
    [['audit', 'replay', '--json'], 'Il manque l’option --user <numéro>.'],
    [['audit', 'replay', '--json', '--user'], 'Il manque une valeur à l’option --user <numéro>.'],
    [['audit', 'consistency', 'a', '--json'], 'Il manque l’argument <nouveau>.'],
    [['audit', 'key', 'a', 'b', '--json'], 'Trop d’arguments après « key » : 2, au lieu de 0.'],
    [
      ['erase', '--json', '--lang', 'de'],
      '« de » ne convient pas à l’option --lang <langue> ; au choix : fr, en.',
    ],
    [['erase', '--reapply', '--user', 'x', '--json'], 'L’option --reapply ne va pas avec --user <numéro>.'],
    [['audit', '--json'], 'Option inconnue : « --json ».'],
  ])(
    'is refused in JSON where JSON was asked for, with exit code 1: trousseau %p',
    async (words, message) => {
      expect(await typed('fr', ...words)).toBe(1);
      expect([out, err]).toEqual(['', `${JSON.stringify({ error: 'usage', message })}\n`]);
    },
  );

  it('is refused in English to who reads English', async () => {
    expect(await typed('en', 'adit', '--json')).toBe(1);
    const message = "unknown command 'adit' (Did you mean audit?)";
    expect(err).toBe(`${JSON.stringify({ error: 'usage', message })}\n`);
  });

  it('is a sentence and a page of help to a person', async () => {
    expect(await typed('en', 'adit')).toBe(1);
    expect(err).toMatch(/^error: unknown command 'adit'\n.*\n\nUsage: trousseau/s);
  });

  it('does not keep the help from who asks for it', async () => {
    expect(await typed('en', 'audit', 'key', '--json', '--help')).toBe(0);
    expect([out, err]).toEqual([expect.stringContaining('Usage: trousseau audit key'), '']);
  });

  it('takes what stands behind -- for no option', () => {
    expect([jsonAsked(['user', '--json']), jsonAsked(['user', '--', '--json'])]).toEqual([true, false]);
  });
});

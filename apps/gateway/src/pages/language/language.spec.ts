import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { catalogues } from './catalogues.js';
import { contractWords, frenchSpaces } from './french-spaces.js';
import { exactMoment, relativeMoment, waitingTime } from './moments.js';
import { spokenLanguage } from './spoken-language.js';

const sentences = (part: unknown): string[] => {
  if (typeof part === 'string') return [part];
  if (typeof part === 'function')
    return [(part as (...words: unknown[]) => string)('Inès', 'École', 'i…@x.fr')];
  return Object.values(part as object).flatMap(sentences);
};

describe('the French sentences', () => {
  const all = sentences(catalogues.fr);

  it('never let a sign of punctuation start a line, but in the words of the outside contract', () => {
    expect(all.length).toBeGreaterThan(150);
    const ours = all.filter((sentence) => !contractWords.includes(sentence));
    expect(ours.length).toBeGreaterThan(all.length - 5);
    expect(ours.filter((sentence) => / [;:!?»]|« /.test(sentence))).toEqual([]);
  });

  it('use the words of the portal, and none of the others', () => {
    expect(all.filter((text) => /mot de passe|login|e-?mail|réinitialis|identification/i.test(text))).toEqual(
      [],
    );
  });

  it('write the apostrophe as print does', () => {
    expect(all.filter((sentence) => sentence.includes("'"))).toEqual([]);
  });

  it.each([
    ['Identifiant perdu ?', 'Identifiant perdu\u202f?'],
    ['Sécurité : Clés', 'Sécurité\u00a0: Clés'],
    ['Clé oubliée ?', 'Clé oubliée ?'],
    ['« Entrer »', '«\u00a0Entrer\u00a0»'],
  ])('%s', (written, shown) => expect(frenchSpaces(written)).toBe(shown));
});

describe('the templates', () => {
  const folder = fileURLToPath(new URL('..', import.meta.url));
  const templates = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.hbs'))
    .map((file) => [file, readFileSync(`${folder}/${file}`, 'utf8')] as const);

  it.each(templates)('%s escapes everything it shows', (_, source) => {
    expect(source).not.toMatch(/\{\{\{|\{\{&/);
  });

  it.each(templates)('%s carries no style or script of its own (WEB-03)', (_, source) => {
    expect(source).not.toMatch(/\sstyle=|\son[a-z]+=|<style|<script(?! src=)/);
  });

  it.each(templates)('%s says only sentences that both catalogues have', (_, source) => {
    const names = [...source.matchAll(/\{\{(?:#if |#each )?(?:@root\.)?t\.([\w.]+)/g)].map(
      ([, name]) => name!,
    );
    for (const { t } of Object.values(catalogues).map((t) => ({ t }))) {
      const found = names.map((name) =>
        name.split('.').reduce<unknown>((part, step) => (part as Record<string, unknown>)?.[step], t),
      );
      expect(names.filter((_name, index) => !['string', 'object'].includes(typeof found[index]))).toEqual([]);
    }
  });
});

describe('the language of a page', () => {
  it('is the one that was chosen, else the browser’s, else French', () => {
    expect(spokenLanguage('en', 'fr')).toBe('en');
    expect(spokenLanguage('tlh', 'en-GB,fr;q=0.5')).toBe('en');
    expect(spokenLanguage(undefined, undefined)).toBe('fr');
  });
});

describe('moments', () => {
  const now = '2026-11-22T08:00:00.000Z';

  it.each([
    ['2026-11-22T07:59:30.000Z', 'à l’instant'],
    ['2026-11-22T07:19:00.000Z', 'il y a 41 minutes'],
    ['2026-11-21T09:00:00.000Z', 'il y a 23 heures'],
    ['2026-11-21T07:00:00.000Z', 'hier'],
    ['2026-11-20T16:19:00.000Z', 'avant-hier'],
    ['2026-11-03T10:00:00.000Z', 'il y a 19 jours'],
    ['2026-03-14T08:00:00.000Z', 'il y a 8 mois'],
    ['2024-11-01T08:00:00.000Z', 'il y a 2 ans'],
  ])('%s is %s', (at, words) => expect(relativeMoment(at, now, 'fr')).toBe(words));

  it('shows the hour of the schools, summer and winter', () => {
    expect(exactMoment('2026-11-22T08:19:00.000Z', 'fr')).toBe('22 novembre 2026 à 09:19');
    expect(exactMoment('2026-07-22T08:19:00.000Z', 'fr')).toBe('22 juillet 2026 à 10:19');
  });

  it.each([
    [30, '30 secondes'],
    [61, '61 secondes'],
    [121, '3 minutes'],
    [7_200, '2 heures'],
  ])('%i seconds to wait are told as %s, never too short', (seconds, words) =>
    expect(waitingTime(seconds, 'fr').replace(/\s/g, ' ')).toBe(words),
  );
});

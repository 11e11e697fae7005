import { describe, expect, it } from '@jest/globals';
import { judgeKey } from './judge-key.js';
import { tradeWords } from './context-words.js';

const good = { common: false, bits: 80 };
const judge = (key: string, appraisal = good, words: readonly string[] = tradeWords) =>
  judgeKey(key, { words, appraisal });

describe('judging a key', () => {
  it('wants 15 code points, however many bytes they take (KEY-01)', () => {
    expect(judge('girafe bitumes')).toBe('key-too-short');
    expect(judge('girafe bitumes!')).toBeNull();
    expect(judge('🦒'.repeat(14))).toBe('key-too-short');
    expect(judge('🦒'.repeat(15))).toBeNull();
  });

  it('counts what the reader sees, not how it was typed (C4)', () => {
    expect(judge('é'.normalize('NFD').repeat(14))).toBe('key-too-short');
    expect(judge('é'.normalize('NFD').repeat(15))).toBeNull();
  });

  it('takes 256 code points and refuses more, cutting nothing (KEY-03)', () => {
    expect(judge('x'.repeat(256))).toBeNull();
    expect(judge('x'.repeat(257))).toBe('key-too-long');
  });

  it('asks for no kind of character and forbids none that can be read (KEY-02)', () => {
    for (const key of [
      'aaaaabbbbbcccccddd',
      '   espaces   partout   ',
      '١٢٣٤٥٦٧٨٩٠١٢٣٤٥',
      'Ωμέγα Ωμέγα Ωμέγα',
    ])
      expect(judge(key)).toBeNull();
  });

  it.each(['clé avec \0 dedans!', `moitié ${'\ud800'} d’un signe`, `${'\udc00'}${'\ud800'} à l’envers ici`])(
    'refuses what is not text',
    (key) => expect(judge(key)).toBe('key-not-text'),
  );

  it('refuses a common key whatever it is worth otherwise (KEY-04)', () => {
    expect(judge('girafe bitumes!', { common: true, bits: 99 })).toBe('key-too-common');
  });

  it('refuses what can be guessed with less than 50 bits (KEY-06)', () => {
    expect(judge('girafe bitumes!', { common: false, bits: 49.9 })).toBe('key-too-guessable');
    expect(judge('girafe bitumes!', { common: false, bits: 50 })).toBeNull();
  });

  it.each([
    'AutoÉcole-Permis-2026',
    'trousseau trousseau 1',
    'c0d3 de l4 r0ute !!',
    'Le Moniteur conduit la voiture',
  ])('refuses %s, which is made of the trade (KEY-07)', (key) => {
    expect(judge(key)).toBe('key-names-the-context');
  });

  it.each(['marie.lenoir 2026!', 'Marie-Lenoir-Bressuire'])(
    'refuses %s, which is made of the user (KEY-07)',
    (key) => {
      expect(judge(key, good, ['marie.lenoir', 'Marie Lenoir', 'Auto-école de Bressuire'])).toBe(
        'key-names-the-context',
      );
    },
  );

  it('lets a sentence mention its context', () => {
    expect(judge('ma voiture rêve souvent de parapluies jaunes')).toBeNull();
  });
});

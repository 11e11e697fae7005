import { describe, expect, it } from '@jest/globals';
import { verdictText } from './verdict-text.js';

const sound = {
  ...{ position: 120, live: { users: 118, signIns: 110 }, people: 1200, moving: 0, forgotten: 0 },
  differences: [],
};
const unlike = {
  ...sound,
  differences: [
    { userId: 'a', kind: 'differs' as const, columns: ['state', 'has_key'] },
    { userId: 'b', kind: 'missing' as const, columns: [] },
    ...Array.from({ length: 10 }, () => ({ userId: 'c', kind: 'surplus' as const, columns: [] })),
  ],
};

describe('what came of holding the user list to the log, in words', () => {
  it('says in one line that the two are the same', () => {
    expect(verdictText('fr', sound)).toBe(
      'La liste dit ce que dit le journal : 1\u202f200 personnes, jusqu’à la position 120.',
    );
    expect(verdictText('en', sound)).toBe(
      'The list says what the log says: 1,200 people, up to position 120.',
    );
  });

  it('names the first who differ, are missing or are too many, and says what to do', () => {
    const lines = verdictText('fr', unlike).split('\n');
    expect(lines.slice(0, 4)).toEqual([
      'La liste NE dit PAS ce que dit le journal : 12 écarts pour 1\u202f200 personnes, à la position 120.',
      'diffèrent : 1, manquent : 1, en trop : 10',
      '  a diffère (state, has_key)',
      '  b manque',
    ]);
    expect(lines.slice(-2)).toEqual([
      '  … et 2 de plus',
      'Refaites-la (trousseau projection rebuild user-list), puis redémarrez le service.',
    ]);
    expect(verdictText('en', unlike)).toContain('  b is missing\n  c is too many\n');
  });

  it('says what could not be compared, and what is no difference', () => {
    const partly = { ...sound, live: { users: 118, signIns: null }, moving: 2, forgotten: 1 };
    expect(verdictText('fr', partly).split('\n').slice(1)).toEqual([
      '2 personnes touchées depuis la position 118, où l’une des deux s’arrête : non comparées.',
      '1 dernière connexion de plus de 31 jours, que le journal ne garde pas : ce n’est pas un écart.',
      'Clés et connexions viennent de Kafka : non comparées.',
    ]);
    expect(verdictText('en', partly).split('\n').slice(1)).toEqual([
      '2 people touched since position 118, where one of the two ends: not compared.',
      '1 last sign-in more than 31 days ago, which the log does not keep: that is no difference.',
      'Keys and sign-ins come over Kafka: not compared.',
    ]);
  });
});

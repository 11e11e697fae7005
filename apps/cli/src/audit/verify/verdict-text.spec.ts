import { describe, expect, it } from '@jest/globals';
import { verdictText } from './verdict-text.js';

const verdict = (absent: { retention: number; destroyed: number; rewrapped: number }) => ({
  findings: [],
  events: 20,
  leaves: 24,
  signed: 24,
  unsigned: 0,
  absent: {
    retention: absent.retention,
    'data-key-destroyed': absent.destroyed,
    'data-key-rewrapped': absent.rewrapped,
  },
});
const absences = (language: 'fr' | 'en', ...[retention, destroyed, rewrapped]: [number, number, number]) =>
  verdictText(language, verdict({ retention, destroyed, rewrapped }), true).split('\n')[1];

describe('the verdict in words', () => {
  it('tells what expired, what was destroyed and what was only wrapped anew apart (EVT-12)', () => {
    expect(absences('fr', 1, 2, 1)).toBe(
      '4 événements absents comme déclaré : 1 échu, 2 de clés de données détruites (changement de clé ou effacement), 1 remplacé au changement de la clé maîtresse.',
    );
    expect(absences('en', 1, 2, 1)).toBe(
      '4 events are absent as declared: 1 expired, 2 of destroyed data keys (a key changed, or a person erased), 1 replaced when the master key changed.',
    );
  });

  it('says nothing of a destruction where there was none', () => {
    expect(absences('fr', 0, 0, 2)).not.toContain('détruite');
    expect(absences('en', 0, 0, 2)).not.toContain('destroyed');
  });
});

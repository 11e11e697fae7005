import { describe, expect, it } from '@jest/globals';
import { tell } from '#aggregate-store';
import { supportCase } from './support-case.js';
import * as examples from './support-case.examples.js';
import type { SupportCaseEvent } from './support-case.events.js';
import { supportCaseSentences } from './told.language.js';

const SEALED = 'A'.repeat(40);

/** Told as it stands in the log: whatever is protected is a ciphertext there. */
const told = (locale: 'fr' | 'en', { type, data }: SupportCaseEvent) => {
  const hidden = Object.keys(supportCase.protects?.[type] ?? {}).map((field) => [field, SEALED]);
  const stored = { ...data, ...Object.fromEntries(hidden) };
  const place = { stream: 'support-case-1', revision: 0, position: 1, id: 'e-1' };
  const metadata = { at: examples.start, commandId: 'c', previous: null };
  const [entry] = tell(
    [{ ...place, type, data: stored, metadata }],
    supportCaseSentences[locale],
    (at) => at,
  );
  return entry?.text;
};

describe('a case of support in words', () => {
  const events = [
    examples.opened,
    examples.placed,
    examples.answered(),
    examples.missed,
    examples.disclosed,
    examples.requested(),
    examples.approved,
    examples.issued,
  ];
  it.each(events)('says nothing of what lies encrypted in $type (GDP-09)', (event) => {
    for (const locale of ['fr', 'en'] as const) expect(told(locale, event)).not.toContain(SEALED);
  });

  it('says when a code may be had only where it has to be waited for (TEL-07)', () => {
    expect(told('fr', examples.requested())).toBe('Dossier d’assistance : nouvelle clé demandée.');
    expect(told('en', examples.requested())).toBe('Case of support: new key asked for.');
    expect(told('fr', examples.requested('lost'))).toMatch(
      /boîte mail perdue ; aucun code avant le 2026-11-24T08:03:00\.000Z\.$/,
    );
    expect(told('en', examples.requested('lost'))).toMatch(/; no code before 2026-11-24T08:03:00\.000Z\.$/);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import * as contracts from '#contracts';
import { root } from './files.js';

const page = readFileSync(`${root}docs/explanation/ways-in.md`, 'utf8');
const table = page.slice(page.indexOf('## The ways'), page.indexOf('## Who guesses'));

type Declared = Readonly<{ name: string; reply: z.ZodDiscriminatedUnion<[z.ZodObject, z.ZodObject]> }>;
const isRequest = (value: unknown): value is Declared =>
  typeof value === 'object' && value !== null && 'payload' in value && 'reply' in value;

/** The requests that answer with a session. */
const givingSessions = Object.values(contracts as Record<string, unknown>)
  .filter(isRequest)
  .filter(({ reply }) => Object.hasOwn(reply.options[0].shape, 'session'))
  .map(({ name }) => name);

describe('the ways in, as they are told', () => {
  it('are all there are (LOG-11)', () => {
    const told = [...table.matchAll(/`(auth\.[a-z-]+)`/g)].map(([, name]) => name);
    expect([...new Set(told)].sort()).toEqual([...new Set(givingSessions)].sort());
  });

  it.each(['identifiant and clé', 'provisional key', 'Je reste connecté', 'code of support'])(
    'say what %s is worth',
    (way) => {
      const row = table.split('\n').find((line) => line.startsWith('|') && line.includes(way));
      expect(
        row
          ?.split('|')
          .slice(2, -1)
          .every((cell) => cell.trim() !== ''),
      ).toBe(true);
    },
  );

  it('say what stays with whoever runs it, and what is accepted (EML-02, EML-03, LOG-12)', () => {
    for (const said of ['**SPF**', '**DKIM**', '**DMARC**', 'rests in clear', 'attempts.md'])
      expect(page).toContain(said);
  });

  it('have the analysis that recovery through a person must have (TEL-01)', () => {
    const risk = readFileSync(`${root}docs/explanation/phone-recovery.md`, 'utf8');
    for (const part of ['What is at stake', 'Who attacks, and how', 'What is left'])
      expect(risk).toMatch(new RegExp(`^## ${part}$`, 'm'));
  });
});

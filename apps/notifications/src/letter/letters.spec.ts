import { mkdirSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { carriesKey } from '../mail/mail-request.js';
import { issued, letterFor, recipient, requests } from './letter.examples.js';

const gallery = new URL('../../../../artifacts/mails/', import.meta.url);
mkdirSync(gallery, { recursive: true });

const letters = Object.entries(requests).flatMap(([name, request]) =>
  (['fr', 'en'] as const).map((locale) => ({
    name: `${name}.${locale}`,
    request,
    ...letterFor(request, locale),
  })),
);
const addressesIn = (html: string) => [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href ?? '');

describe.each(letters)('the letter $name', ({ name, request, locale, subject, text, html }) => {
  writeFileSync(new URL(`${name}.html`, gallery), html);
  writeFileSync(new URL(`${name}.txt`, gallery), `${subject}\n\n${text}`);

  it('says all in text too, in lines that fit', () => {
    expect(text).toContain(locale === 'fr' ? 'Marie,' : 'Hello Marie,');
    expect(text).not.toMatch(/[<>]|&\w+;|\n{3}|[ \t]\n|undefined|\[object/);
    for (const line of text.split('\n')) {
      if (!line.startsWith('https://')) expect(line.length).toBeLessThanOrEqual(72);
    }
    expect(subject).not.toBe('');
    expect(html).toContain(`<title>${subject.replaceAll("'", '&#x27;')}</title>`);
  });

  it('leads nowhere but to the portal, and to the same places in both parts', () => {
    const places = addressesIn(html);
    for (const place of places) {
      expect(place).toMatch(/^https:\/\/portail\.example\//);
      expect(text.split('\n')).toContain(place);
    }
    expect(text.match(/https?:/g) ?? []).toHaveLength(places.length);
  });

  it('loads nothing and follows nobody (EML-05)', () => {
    expect(html).not.toMatch(
      /<(img|link|script|iframe|object|form|input)\b|url\(|@import|src=|background="/i,
    );
  });

  it('carries a key only where it must, alone on its line (EML-04)', () => {
    expect(text.split('\n').includes(issued.key)).toBe(carriesKey(request));
    expect(html.includes(`>${issued.key}<`)).toBe(carriesKey(request));
  });
});

describe('letters', () => {
  it.each(letters.filter(({ locale }) => locale === 'fr'))(
    'keep French punctuation on the line of its word in $name',
    ({ subject, text }) => expect(`${subject} ${text}`).not.toMatch(/ [:;!?»]|« |\d (minutes|heures|jours)/),
  );

  it('begin, in a mail with a key, with the words people are told to look for', () => {
    const subject = (name: string) => letters.find((letter) => letter.name === name)?.subject;
    expect(subject('provisional-key.fr')).toBe('Votre clé provisoire, valable 60\u00a0minutes');
    expect(subject('provisional-key-asked-by-manager.fr')).toMatch(/^Votre clé provisoire/);
    expect(subject('welcome.fr')).toBe('Votre clé provisoire\u00a0: bienvenue sur Trousseau');
    expect(subject('key-changed-notice.fr')).toBe('Votre clé a été changée');
  });

  it('say until when the key opens, by the clock in Paris', () => {
    expect(letterFor(requests['provisional-key']!, 'fr').text).toContain('avant 10\u00a0h');
    expect(letterFor(requests['provisional-key']!, 'en').text).toContain('before 10:00 (Paris');
  });

  it('let no name write markup, headers or paragraphs of its own (TST-15)', () => {
    const { text, html, subject } = letterFor(requests['key-changed-notice']!, 'fr', {
      ...recipient,
      firstName: 'Marie\r\nBcc: x@evil.example\r\n\r\nCliquez ici\u2028\u202eTxT',
      schoolName: '<a href="https://evil.example">École</a> {{key}}',
    });
    expect(subject).toBe('Votre clé a été changée');
    expect(text).toContain('Bonjour Marie Bcc: x@evil.example Cliquez ici TxT,');
    expect(addressesIn(html).join()).not.toContain('evil');
    expect(html).toContain('&lt;a href&#x3D;');
  });

  it('do without the address that a removal does not have', () => {
    const { maskedNew: _none, ...without } = recipient;
    expect(letterFor(requests['reference-email-warning']!, 'fr', without).text).toContain(
      'de ne plus utiliser',
    );
  });
});

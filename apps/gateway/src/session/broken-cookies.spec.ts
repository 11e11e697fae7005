import { describe, expect, it } from '@jest/globals';
import { brokenCookies, domainOf, pathsAbove } from './broken-cookies.js';

const right = 'A'.repeat(43);
const rm = `${'a'.repeat(32)}.${right}`;

describe('broken cookies (WEB-05, TST-14)', () => {
  it.each([
    undefined,
    '',
    'theirs=1',
    `__Host-trousseau=${right}; __Host-avant=${right}; __Host-appareil=abc.def; __Host-rm=${rm}; lang=fr`,
    `trousseau=${right}`,
  ])('are not found in %s', (header) => expect(brokenCookies(header, false)).toEqual([]));

  it.each([
    ['garbage', '__Host-trousseau=garbage'],
    ['empty', '__Host-trousseau='],
    ['no value', '__Host-trousseau'],
    ['oversized', `__Host-trousseau=${'x'.repeat(4000)}`],
    ['not decodable', '__Host-trousseau=%00'],
    ['brought twice', `__Host-trousseau=${right}; __Host-trousseau=${right}`],
    ['half a remember-me beside it', `__Host-trousseau=; __Host-rm=${rm}`],
  ])('are found: %s', (_, header) => expect(brokenCookies(header, false)).toEqual(['__Host-trousseau']));

  it('are our plain names behind https: only somebody else can have set them', () => {
    const header = `__Host-trousseau=${right}; trousseau=${right}; rm=${rm}`;
    expect(brokenCookies(header, true)).toEqual(['trousseau', 'rm']);
    expect(brokenCookies(header, false)).toEqual([]);
  });

  it('are everybody’s when there are too many to carry, but for ours that are right', () => {
    const strangers = Array.from({ length: 60 }, (_, index) => `s${index}=${'x'.repeat(100)}`).join('; ');
    const found = brokenCookies(`__Host-trousseau=${right}; ${strangers}; bad name=1`, false);
    expect(found).toHaveLength(50);
    expect(found).not.toContain('__Host-trousseau');
  });
});

describe('the paths above an address', () => {
  it('are all a cookie that came with it can have', () => {
    expect(pathsAbove('/')).toEqual(['/']);
    expect(pathsAbove('/parametres/utilisateurs?q=a')).toEqual([
      '/',
      '/parametres',
      '/parametres/',
      '/parametres/utilisateurs',
      '/parametres/utilisateurs/',
    ]);
  });

  it('never write anything into a header that is not a path of ours', () => {
    expect(pathsAbove('/a;Domain=evil/b')).toEqual(['/']);
  });
});

describe('the domain a cookie can have been set for', () => {
  it('is the name that the browser asked for', () => {
    expect(domainOf('portail.ecole.example')).toBe('portail.ecole.example');
    expect(domainOf('localhost')).toBe('localhost');
  });

  it.each([
    '',
    '[::1]',
    '127.0.0.1;',
    'a;Path=/b',
    'a,b',
    'a b',
    'a..b',
    '.a',
    'é.example',
    'a\r\nb',
    `${'a'.repeat(254)}`,
  ])('is none that could not stand in a header, or is none: %j (WEB-05)', (hostname) =>
    expect(domainOf(hostname)).toBeUndefined(),
  );
});

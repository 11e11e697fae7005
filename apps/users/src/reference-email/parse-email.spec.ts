import { domainToASCII } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseEmail } from './parse-email.js';

const parse = (typed: string) => parseEmail(typed, domainToASCII);

describe('an address (EML-06)', () => {
  it.each([
    ['marie@exemple.fr', 'marie@exemple.fr'],
    [' marie@exemple.fr ', 'marie@exemple.fr'],
    ['Marie.Dupont@EXEMPLE.FR', 'Marie.Dupont@exemple.fr'],
    ['marie+permis@mail.exemple.fr', 'marie+permis@mail.exemple.fr'],
    ["o'neil@exemple.fr", "o'neil@exemple.fr"],
    ['marie@auto-école.fr', 'marie@xn--auto-cole-f4a.fr'],
    ['marie@Exe\u0301mple。fr', 'marie@xn--exmple-cva.fr'],
    [`${'a'.repeat(64)}@exemple.fr`, `${'a'.repeat(64)}@exemple.fr`],
  ])('%j is stored as %s', (typed, stored) => {
    expect(parse(typed)).toBe(stored);
  });

  it.each([
    '',
    '@',
    'marie',
    'marie@',
    '@exemple.fr',
    'marie@exemple',
    'marie@@exemple.fr',
    'marie@a@exemple.fr',
    '.marie@exemple.fr',
    'ma..rie@exemple.fr',
    'marie.@exemple.fr',
    'ma rie@exemple.fr',
    '"ma rie"@exemple.fr',
    'Marie <marie@exemple.fr>',
    'marie@exemple..fr',
    'marie@exemple.fr.',
    'marie@-exemple.fr',
    'marie@exemple-.fr',
    'marie@exem_ple.fr',
    'marie@127.0.0.1',
    'marie@0x7f.1',
    'marie@[127.0.0.1]',
    'marie@a%2eb.fr',
    'marie@exemple.fr:25',
    'marie@exemple.fr/x',
    'marie@xn--a.fr',
    'zoé@exemple.fr',
    'marie@exemple.fr, autre@exemple.fr',
    `${'a'.repeat(65)}@exemple.fr`,
    `a@${'b'.repeat(64)}.fr`,
    `${'a'.repeat(64)}@${`${'b'.repeat(60)}.`.repeat(3)}fr.${'c'.repeat(10)}`,
    'ma\ud800rie@exemple.fr',
  ])('%j is refused', (typed) => {
    expect(parse(typed)).toBeNull();
  });

  it.each([
    'marie@exemple.fr\n',
    '\rmarie@exemple.fr',
    'marie@exemple.fr\r\nBcc: x@y.fr',
    'marie\u0000@exemple.fr',
  ])('carries no line break or control, even at its ends: %j (TST-15)', (typed) => {
    expect(parse(typed)).toBeNull();
  });

  const likely = fc
    .tuple(fc.string({ unit: 'binary' }), fc.domain())
    .map(([local, domain]) => `${local}@${domain}`);
  const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.emailAddress(), likely);

  it('is one line of printable ASCII of a length a mail server takes, whatever was typed', () => {
    fc.assert(
      fc.property(anything, (typed) => {
        const stored = parse(typed);
        return stored === null || (/^[!-~]+@[a-z0-9.-]+$/.test(stored) && stored.length <= 254);
      }),
    );
  });

  it('is itself once parsed, and keeps its local part', () => {
    fc.assert(
      fc.property(anything, (typed) => {
        const stored = parse(typed);
        if (stored === null) return true;
        const local = stored.slice(0, stored.lastIndexOf('@'));
        return parse(stored) === stored && typed.trim().startsWith(`${local}@`);
      }),
    );
  });

  it('is accepted as people write them', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z][a-z0-9]{0,20}$/), fc.domain(), (local, domain) => {
        fc.pre(domain.length < 200);
        return parse(`${local}@${domain}`) === `${local}@${domain.toLowerCase()}`;
      }),
    );
  });
});

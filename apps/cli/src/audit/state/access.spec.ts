import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '#event-store';
import { accessText } from './access-text.js';
import { accessOf } from './access.js';
import { credentialAt, factorsAt, schoolAt, userAt } from './state-at.js';

const holder = { role: 'instructor', locale: 'fr', schoolId: 's', identifierDigest: 'd' };
const day = (number: number) => `2026-03-0${number}T08:00:00.000Z`;
const recorded = (type: string, at: string, data: object): RecordedEvent => ({
  stream: 'of-the-spec',
  revision: 0,
  position: 0,
  id: '',
  type,
  data: data as RecordedEvent['data'],
  metadata: { at, previous: null },
});

const person = [
  recorded('UserRegistered', day(1), { schoolId: 's', role: 'instructor', locale: 'fr', email: 'secret' }),
];
const tenant = [
  recorded('SchoolRegistered', day(1), { name: 'École', managerUserId: 'm', managerPhone: null }),
  recorded('ManagerAdmitted', day(1), { userId: 'm' }),
  recorded('ManagerAdmitted', day(4), { userId: 'n' }),
];
const held = [
  recorded('CredentialOpened', day(1), { holder }),
  recorded('ProvisionalKeyIssued', day(2), {
    issueId: 'i',
    requestId: 'r',
    hash: 'secret',
    selector: 'secret',
    expiresAt: '2026-03-02T09:00:00.000Z',
    voids: [],
  }),
  recorded('KeyChosen', day(3), { holder, generation: 1, epoch: 1, hash: 'secret', voids: ['i'] }),
  recorded('KeyChanged', day(4), {
    holder,
    generation: 2,
    epoch: 2,
    hash: 'secret',
    voids: [],
    keptSession: 'k',
  }),
  recorded('CredentialDisabled', day(5), { epoch: 3, reason: 'deactivated', voids: [] }),
];
const beside = [
  recorded('TotpEnrolled', day(3), { factorId: 'f', secret: 'secret', voids: null }),
  recorded('TotpConfirmed', day(3), { factorId: 'f', replaces: null, first: true, addedAt: day(3) }),
  recorded('RecoveryCodesIssued', day(3), { setId: 'r', hashes: 'secret', voids: null, first: true }),
  recorded('RecoveryCodeUsed', day(4), { setId: 'r', number: 3, left: 9 }),
  recorded('FactorsReset', day(5), { by: 'm', voids: ['f'] }),
];
const at = (instant: string) =>
  accessOf(instant, {
    user: userAt(person, instant),
    credential: credentialAt(held, instant),
    factors: factorsAt(beside, instant),
    school: schoolAt(tenant, instant),
  });

describe('the access of a user at an instant', () => {
  it('is none before they were registered', () => {
    expect(at('2026-02-28T08:00:00.000Z')).toMatchObject({
      status: 'unknown',
      opens: 'nothing',
      managers: [],
    });
  });

  it('says what had to be given beside the key, then', () => {
    expect(at('2026-03-02T08:30:00.000Z')).toMatchObject({ factors: [], recoveryCodesUsed: null });
    const then = at('2026-03-04T10:00:00.000Z');
    expect(then).toMatchObject({ factors: [{ kind: 'totp', addedAt: day(3) }], recoveryCodesUsed: 1 });
    expect(accessText('fr', then, 'u')).toContain(
      'En plus de la clé : une application (depuis le 3 mars 2026',
    );
    expect(accessText('en', then, 'u')).toContain('recovery codes used: 1');
    expect(at('2026-03-05T10:00:00.000Z').factors).toEqual([]);
  });

  it('is a provisional key only, until it expires', () => {
    expect(at('2026-03-02T08:30:00.000Z')).toMatchObject({
      opens: 'provisional-key',
      generation: 0,
      provisionalKeysUntil: ['2026-03-02T09:00:00.000Z'],
    });
    expect(at('2026-03-02T09:00:00.000Z').opens).toBe('nothing');
  });

  it('is the key of the generation that was active then', () => {
    expect(at(day(3))).toMatchObject({ opens: 'key', generation: 1, epoch: 1, managers: ['m'] });
    expect(at(day(4))).toMatchObject({ opens: 'key', generation: 2, epoch: 2, managers: ['m', 'n'] });
  });

  it('is told in two lines where there was nobody yet, and by the name of the device where there is one', () => {
    const before = at('2026-02-28T08:00:00.000Z');
    expect(accessText('fr', before, 'u')).toBe('Utilisateur : pas encore enregistré\nOuvre la porte : rien');
    const opened = { openedAt: day(1), seenAt: day(1), expiresAt: day(2), level: 'full' };
    const sessions = [
      { ...opened, userAgent: '' },
      { ...opened, userAgent: 'Firefox, Linux' },
    ];
    const told = accessText('fr', { ...before, sessions }, 'u');
    expect(accessText('fr', { ...before, sessions: null }, 'u')).toContain(
      'Sessions vivantes : on ne le sait plus',
    );
    expect(told).toContain(
      '  appareil inconnu, ouverte le 1er mars 2026, 09:00:00\n  Firefox, Linux, ouverte',
    );
  });

  it('names the other managers, and support where it may help', () => {
    const then = at(day(4));
    expect(accessText('fr', then, 'm')).toContain('la ligne de commande, le gérant n');
    expect(accessText('fr', { ...then, role: 'manager' }, 'm')).toContain('l’assistance, à deux');
    expect(accessText('fr', then, 'u')).not.toContain('assistance');
  });

  it('is none once it was closed', () => {
    expect(at(day(6))).toMatchObject({ opens: 'nothing', deactivated: true });
  });

  it.each(['fr', 'en'] as const)('is told without a hash or an address (GDP-09), in %s', (language) => {
    expect(accessText(language, at(day(4)), 'u')).not.toContain('secret');
    expect(accessText(language, at(day(4)), 'u')).toContain('m, n');
  });
});

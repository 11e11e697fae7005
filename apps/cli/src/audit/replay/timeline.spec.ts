import { describe, expect, it } from '@jest/globals';
import { credentialSentences } from '#apps/auth';
import { userSentences } from '#apps/users';
import type { RecordedEvent } from '#event-store';
import { timelineText } from './timeline-text.js';
import { timelineOf } from './timeline.js';

const USER = '0b6b1a52-0000-4000-8000-000000000001';
const MANAGER = '0b6b1a52-0000-4000-8000-000000000002';
const holder = { role: 'instructor', locale: 'fr', schoolId: 'school', identifierDigest: 'd'.repeat(64) };
const SECRET = 'A'.repeat(40);

let position = 0;
const recorded = (type: string, at: string, data: object, by: object = {}): RecordedEvent => ({
  stream: `credential-${USER}`,
  revision: position,
  position: (position += 1),
  id: `id-${position}`,
  type,
  data: data as RecordedEvent['data'],
  metadata: { at, commandId: 'c', previous: null, ...by },
});

const life = [
  recorded('CredentialOpened', '2026-03-01T08:00:00.000Z', { holder }, { channel: 'command-line' }),
  recorded(
    'UserRegistered',
    '2026-03-01T07:59:59.000Z',
    { role: 'instructor', email: SECRET, name: SECRET, identifier: SECRET, identifierDigest: SECRET },
    { actor: MANAGER, channel: 'portal' },
  ),
  recorded('ProvisionalKeyIssued', '2026-03-01T08:00:05.000Z', {
    issueId: 'i',
    requestId: 'r',
    hash: SECRET,
    selector: SECRET,
    expiresAt: '2026-03-01T09:00:05.000Z',
    voids: [],
  }),
  recorded(
    'KeyChosen',
    '2026-03-01T08:10:00.000Z',
    { holder, generation: 1, epoch: 1, hash: SECRET, voids: ['i'] },
    { actor: USER, channel: 'portal' },
  ),
];

const factorLife = [
  recorded('TotpEnrolled', '2026-03-02T08:00:00.000Z', { factorId: 'f', secret: SECRET, voids: null }),
  recorded('TotpConfirmed', '2026-03-02T08:01:00.000Z', { factorId: 'f', replaces: null, first: true }),
  recorded('RecoveryCodesIssued', '2026-03-02T08:01:00.000Z', { setId: 's', hashes: SECRET, voids: null }),
  recorded('PasskeyAdded', '2026-03-02T08:02:00.000Z', { publicKey: SECRET, device: 'Firefox, Linux' }),
];

describe('the timeline of a second factor', () => {
  it('tells what protects the account, and neither secret nor hash nor key (GDP-09)', () => {
    for (const language of ['fr', 'en'] as const) {
      const told = timelineText(language, timelineOf(factorLife, {}), USER);
      // The day, then two lines for each event.
      expect(told.split('\n')).toHaveLength(9);
      expect(told).toContain('Firefox, Linux');
      expect(told).not.toContain(SECRET);
    }
  });
});

describe('the timeline of a key', () => {
  it('tells what happened, when, who did it and through which door, in French', () => {
    expect(timelineText('fr', timelineOf(life, {}), USER).split('\n')).toEqual([
      'Dimanche 1er mars 2026 (heure de Paris)',
      '  09:00:00  Accès ouvert, rôle Moniteur, sans clé encore.',
      '            ligne de commande · position 1',
      '  08:59:59  Utilisateur enregistré, rôle Moniteur.',
      `            utilisateur ${MANAGER}, portail · position 2`,
      '  09:00:05  Clé provisoire créée, valable jusqu’au 1er mars 2026, 10:00:05.',
      '            le système · position 3',
      '  09:10:00  Clé choisie, génération 1 ; toutes les sessions sont terminées ; une clé provisoire annulée.',
      '            la personne elle-même, portail · position 4',
    ]);
  });

  it('tells it in English', () => {
    const [, opened] = timelineText('en', timelineOf(life, {}), USER).split('\n');
    expect(opened).toBe('  09:00:00  Access opened, role Instructor (Moniteur), no key yet.');
    expect(timelineText('en', timelineOf(life.slice(3), {}), USER)).toBe(
      [
        'Sunday 1 March 2026 (Paris time)',
        '  09:10:00  Key chosen: generation 1; every session ended; one provisional key voided.',
        '            the person themself, portal · position 4',
      ].join('\n'),
    );
    expect(timelineText('en', [], USER)).toBe('Nothing of this person in this period.');
  });

  it.each(['fr', 'en'] as const)('never tells a hash or an address (GDP-09), in %s', (language) => {
    expect(timelineText(language, timelineOf(life, {}), USER)).not.toContain(SECRET);
  });

  it('keeps to the period asked for, its ends included', () => {
    const told = timelineOf(life, { from: '2026-03-01T08:00:00.000Z', until: '2026-03-01T08:00:05.000Z' });
    expect(told.map(({ event }) => event.type)).toEqual(['CredentialOpened', 'ProvisionalKeyIssued']);
  });

  it('has the same sentences in both languages, and a name for what it does not know', () => {
    for (const { fr, en } of [credentialSentences, userSentences])
      expect(Object.keys(fr).sort()).toEqual(Object.keys(en).sort());
    const unknown = recorded('SomethingNew', '2026-03-02T08:00:00.000Z', {});
    expect(timelineText('fr', timelineOf([unknown], {}), USER)).toContain('SomethingNew');
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DeactivateUser } from '#contracts';
import { openLog } from '#platform';
import type { FakeClock } from '#platform/testing';
import { type RunningPortal, startPortal } from './running-portal.js';

type Line = Readonly<{ event?: string; target?: string; reason?: string | null; at?: string }>;

const REASON = 'Contrôle interne 2026-11';

/** An attribute as it was before it stood in the page. */
const plain = (attribute: string) => attribute.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=');

/** The clock begins on 22 November 2026; the person is deactivated ten days later. */
describe('what an auditor reads, of which days and why (GDP-09)', () => {
  let portal: RunningPortal;
  let auditor: string;
  let userId: string;
  const logged: string[] = [];

  const get = (url: string) => {
    const cookie = `__Host-trousseau=${auditor}; trousseau=${auditor}; lang=fr`;
    return portal.send({ method: 'GET', url, headers: { cookie, authorization: `Bearer ${auditor}` } });
  };
  const open = (asked: Record<string, string>) =>
    get(`/audit?${new URLSearchParams({ utilisateur: userId, ...asked })}`);
  const post = async (form: Record<string, string>, url = '/audit') => {
    const headers = {
      cookie: `__Host-trousseau=${auditor}; trousseau=${auditor}; lang=fr`,
      'sec-fetch-site': 'same-origin',
    };
    const [, jeton = ''] = /name="jeton" value="([^"]+)"/.exec((await open({})).text) ?? [];
    logged.length = 0;
    return portal.send({ method: 'POST', url, headers, form: { jeton, ...form } });
  };
  const readings = () =>
    logged
      .map((line) => JSON.parse(line) as Line)
      .filter(({ event, target }) => event?.startsWith('audit_') && target === userId)
      .map(({ event, reason }) => [event, reason]);
  const credential = (query: string) => get(`/api/v1/users/${userId}/credential${query}`);

  beforeAll(async () => {
    portal = await startPortal({ log: openLog('info', { write: (line: string) => void logged.push(line) }) });
    const { schoolId, userId: manager } = await portal.registerSchool('Auto-école du Lac', 'gerante.lac');
    userId = await portal.addUser(schoolId, 'yann.legoff');
    await portal.firstSignIn(userId, 'yann.legoff');
    (portal.platform.clock as FakeClock).advance({ days: 10 });
    const actor = { kind: 'user', userId: manager, sessionId: 's' } as const;
    await portal.platform.bus.ask(DeactivateUser, { commandId: randomUUID(), actor, userId });
    const auditorId = await portal.addOperator('ada.auditrice', 'auditor');
    const entered = await portal.firstSignIn(auditorId, 'ada.auditrice');
    auditor = (await portal.enrolApp(entered.token)).token;
  });
  beforeEach(() => void (logged.length = 0));
  afterAll(() => portal.stop());

  it('is in the security log with its reason, from the page and from the API', async () => {
    expect((await open({ motif: REASON })).status).toBe(200);
    expect((await credential(`?reason=${encodeURIComponent(` ${REASON} `)}`)).status).toBe(200);
    expect(readings()).toEqual([
      ['audit_state', REASON],
      ['audit_replay', REASON],
      ['audit_state', REASON],
    ]);
  });

  it('needs no reason', async () => {
    expect((await open({ motif: ' ' })).status).toBe(200);
    expect((await credential('')).status).toBe(200);
    expect(readings()).toEqual([
      ['audit_state', null],
      ['audit_replay', null],
      ['audit_state', null],
    ]);
  });

  it.each([
    ['that names them', 'plainte de Yann Le Goff', 'Ce motif nomme la personne', 422],
    ['that is none', 'ab', '3 à 200 caractères', 400],
    ['that never ends', 'x'.repeat(201), '3 à 200 caractères', 400],
    ['of two lines', 'dossier\n114', 'sur une seule ligne', 400],
    ['that colours a terminal', 'dossier \u001b[31m114', 'sur une seule ligne', 400],
    ['that turns the reading direction', 'dossier \u202e411', 'sur une seule ligne', 400],
  ])(
    'is refused with a reason %s, which stays where it was typed (AUD-04)',
    async (_, motif, why, status) => {
      const page = await open({ motif, du: '2026-11-22' });
      expect(page.status).toBe(422);
      const text = page.text.replaceAll(/\s+/g, ' ');
      expect(text).toContain(why);
      expect(page.text).toContain('id="motif-lecture-erreur"');
      expect(text).toContain(`value="${motif.replaceAll('\n', ' ')}"`);
      expect(page.text).toContain('value="2026-11-22"');
      expect(page.text).not.toContain('etat-titre');
      const api = await credential(`?reason=${encodeURIComponent(motif)}`);
      expect(api.status).toBe(status);
      expect(api.text).not.toContain(`"${motif}"`);
      expect(readings()).toEqual([]);
    },
  );

  it('names the field of the API that is not valid, and the problem of a reason that names somebody', async () => {
    expect((await credential('?reason=a')).json()).toMatchObject({
      errors: [{ in: 'query', pointer: '/reason' }],
    });
    const named = await credential('?reason=plainte%20de%20Le%20Goff');
    expect(named.json<{ type: string }>().type).toMatch(/reason-names-the-person$/);
  });

  it('is of the days that were asked for, both included, and says how many events there are in all', async () => {
    const first = await open({ du: '2026-11-22', au: '2026-11-22' });
    expect(first.text).toContain('Utilisateur enregistré');
    expect(first.text).not.toContain('Utilisateur désactivé');
    expect(first.text).toMatch(/\d+ événements? sur \d+, le 22 novembre 2026/);
    const later = await open({ du: '2026-11-23' });
    expect(later.text).not.toContain('Utilisateur enregistré, rôle');
    expect(later.text).toContain('Utilisateur désactivé');
    expect(later.text).toContain('depuis le 23 novembre 2026');
    expect((await open({ au: '2026-12-01' })).text).toContain('jusqu’au 1er décembre 2026');
  });

  it('says so kindly where nothing happened, and leads to everything else', async () => {
    const page = await open({ du: '2026-11-24', au: '2026-11-28', le: '2026-11-25T10:00', motif: REASON });
    expect(page.status).toBe(200);
    expect(page.text.replaceAll(/\s/g, ' ')).toMatch(
      /Rien ne s’est passé du 24 novembre 2026 au 28 novembre 2026 : les \d+ événements de cette histoire sont à d’autres dates/,
    );
    const [, whole = ''] = /<a href="([^"]+)">Voir toute/.exec(page.text) ?? [];
    const { pathname, searchParams } = new URL(plain(whole), portal.origin);
    expect([pathname, Object.fromEntries(searchParams)]).toEqual([
      '/audit',
      { utilisateur: userId, le: '2026-11-25T10:00', motif: REASON },
    ]);
  });

  it.each([
    [{ du: '2026-11-24', au: '2026-11-23' }, 'La période finit avant de commencer', 'au-erreur'],
    [{ du: '2026-02-31', au: '2026-11-23' }, 'Ce jour n’est pas au calendrier', 'du-erreur'],
  ])('is told what is wrong with the period %j, and loses nothing', async (asked, why, where) => {
    const page = await open({ ...asked, le: '2026-11-25T10:00', motif: REASON });
    expect(page.status).toBe(422);
    expect(page.text).toContain(why);
    expect(page.text).toContain(`id="${where}"`);
    for (const typed of [...Object.values(asked), '2026-11-25T10:00', REASON, userId])
      expect(page.text).toContain(`value="${typed}"`);
    expect(readings()).toEqual([]);
  });

  it('marks an instant in the period it lies in, and in no other', async () => {
    expect((await open({ du: '2026-11-22', le: '2026-11-25T10:00' })).text).toContain('Instant demandé');
    expect((await open({ du: '2026-11-26', le: '2026-11-25T10:00' })).text).not.toContain('Instant demandé');
  });

  it('is kept when the language is changed', async () => {
    const asked = { du: '2026-11-22', au: '2026-11-23', motif: REASON };
    const [, suite = ''] = /name="suite" value="([^"]+)"/.exec((await open(asked)).text) ?? [];
    const changed = await post({ suite: plain(suite), langue: 'en' }, '/langue');
    const { pathname, searchParams } = new URL(String(changed.headers['location']), portal.origin);
    expect([pathname, Object.fromEntries(searchParams)]).toEqual([
      '/audit',
      { utilisateur: userId, ...asked },
    ]);
  });

  it('is kept when it is unlocked who they are; the reason of the reading may be another', async () => {
    const asked = { utilisateur: userId, le: '', du: '2026-11-22', au: '2026-11-22' };
    const unlocking = { dossier: 'A-17', motif: 'dossier 114' };
    expect((await open({ motif: REASON })).text).toMatch(
      /id="motif" name="motif" value="Contrôle interne 2026-11"/,
    );
    const named = await post({
      ...asked,
      dossier: 'A-17',
      motif: 'plainte de Yann Le Goff',
      lecture: REASON,
    });
    expect(named.status).toBe(422);
    expect(readings()).toEqual([
      ['audit_state', REASON],
      ['audit_replay', REASON],
    ]);
    const shown = await post({ ...asked, ...unlocking, lecture: REASON });
    expect(shown.text).toContain('yann.legoff');
    expect(shown.text).toContain('Votre consultation est au journal, à la date d’aujourd’hui.');
    expect(shown.text).toContain('value="2026-11-22"');
    expect(readings()).toEqual([
      ['audit_state', REASON],
      ['audit_replay', REASON],
    ]);
    await post({ ...asked, ...unlocking, lecture: '' });
    expect(readings()).toEqual([
      ['audit_state', 'dossier 114'],
      ['audit_replay', 'dossier 114'],
    ]);
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EraseUser, GetCredentialAt } from '#contracts';
import { openLog } from '#platform';
import type { FakeClock } from '#platform/testing';
import { startPortal, type RunningPortal } from './running-portal.js';

type State = Readonly<{ opens: string; generation: number; status: string; sessions: readonly unknown[] }>;

describe('the auditor (GDP-09)', () => {
  let portal: RunningPortal;
  let auditor: string;
  let auditorId: string;
  let auditorKey: string;
  let manager: string;
  let managerId: string;
  let userId: string;
  let registeredAt: string;
  let beforeFactor: number;
  const logged: string[] = [];

  const get = (url: string, token: string) =>
    portal.send({ method: 'GET', url, headers: { authorization: `Bearer ${token}` } });
  /** Opens a page, or sends the form of one that was opened. */
  const page = async (url: string, token: string, form?: Record<string, string>) => {
    const headers = {
      cookie: `__Host-trousseau=${token}; trousseau=${token}; lang=fr`,
      'sec-fetch-site': 'same-origin',
    };
    if (form === undefined) return portal.send({ method: 'GET', url, headers });
    const opened = await portal.send({
      method: 'GET',
      url: `${url}?utilisateur=${form['utilisateur']}`,
      headers,
    });
    const [, jeton = ''] = /name="jeton" value="([^"]+)"/.exec(opened.text) ?? [];
    return portal.send({ method: 'POST', url, headers, form: { jeton, ...form } });
  };

  beforeAll(async () => {
    portal = await startPortal({ log: openLog('info', { write: (line: string) => void logged.push(line) }) });
    registeredAt = portal.platform.clock.now();
    const { schoolId, userId: registered } = await portal.registerSchool('Auto-école du Lac', 'gerante.lac');
    managerId = registered;
    manager = (await portal.firstSignIn(managerId, 'gerante.lac')).token;
    userId = await portal.addUser(schoolId, 'yann.legoff');
    await portal.firstSignIn(userId, 'yann.legoff');
    auditorId = await portal.addOperator('ada.auditrice', 'auditor');
    const entered = await portal.firstSignIn(auditorId, 'ada.auditrice');
    auditorKey = entered.key;
    beforeFactor = (await get(`/api/v1/users/${userId}/credential`, entered.token)).status;
    auditor = (await portal.enrolApp(entered.token)).token;
  });
  afterAll(() => portal.stop());

  it('reads nothing before a second factor is set up (TEL-04)', () => {
    expect(beforeFactor).toBe(403);
  });

  it('reads with what a user of any school could sign in, now and at any instant', async () => {
    const now = await get(`/api/v1/users/${userId}/credential`, auditor);
    expect(now.json<State>()).toMatchObject({ opens: 'key', generation: 1, status: 'registered' });
    expect(now.json<State>().sessions).toHaveLength(1);
    const before = new Date(Date.parse(registeredAt) - 1000).toISOString();
    const then = await get(`/api/v1/users/${userId}/credential?at=${before}`, auditor);
    expect(then.json<State>()).toMatchObject({
      opens: 'nothing',
      generation: 0,
      status: 'unknown',
      sessions: [],
    });
    expect((await get(`/api/v1/users/${userId}/credential?at=hier`, auditor)).status).toBe(400);
    expect((await get(`/api/v1/users/${randomUUID()}/credential`, auditor)).status).toBe(404);
  });

  it('is the only one who does', async () => {
    expect((await get(`/api/v1/users/${userId}/credential`, manager)).status).toBe(404);
    expect((await page(`/audit?utilisateur=${userId}`, manager)).status).toBe(403);
    expect((await get('/api/v1/users?limit=5', auditor)).status).toBe(403);
  });

  it('reads the life of a key by identifier, without a name or an address', async () => {
    const shown = await page('/audit?utilisateur=yann.legoff', auditor);
    expect(shown.status).toBe(200);
    expect(shown.text).toContain('Utilisateur enregistré, rôle Moniteur.');
    expect(shown.text).toContain('Clé choisie, génération 1');
    expect(shown.text).not.toMatch(/Yann|yann\.legoff@|argon2/);
    expect((await page('/audit?utilisateur=personne', auditor)).status).toBe(404);
  });

  it('reads who did it, and through which door', async () => {
    const shown = await page(`/audit?utilisateur=${userId}`, auditor);
    const after = (sentence: string) => shown.text.slice(shown.text.indexOf(sentence)).slice(0, 400);
    expect(after('Clé choisie, génération 1')).toContain('la personne elle-même, API');
    expect(after('Utilisateur enregistré')).toContain('ligne de commande');
  });

  it('reads day by day, to the second, with the instant that was asked for in its place', async () => {
    const now = await page(`/audit?utilisateur=${userId}`, auditor);
    expect(now.text).toMatch(/<h3>\w+ \d+\w* \S+ \d{4}<\/h3>/);
    expect(now.text).toMatch(/<time [^>]*>\d\d:\d\d:\d\d<\/time>/);
    expect(now.text).not.toContain('Instant demandé');
    const before = await page(`/audit?utilisateur=${userId}&le=2026-01-01T10:00`, auditor);
    expect(before.text).toContain('Pas encore enregistré');
    expect(before.text.indexOf('Instant demandé : 1er janvier 2026')).toBeLessThan(
      before.text.indexOf('Utilisateur enregistré, rôle Moniteur.'),
    );
    expect(before.text.match(/Instant demandé/g)).toHaveLength(1);
  });

  it.each([
    ['2999-01-01T10:00', 'encore à venir'],
    ['2026-02-31T10:00', 'pas au calendrier'],
    ['hier', 'pas au calendrier'],
    ['0001-01-01T00:00', 'pas au calendrier'],
  ])('is told what is wrong with the instant %s, and keeps what was typed', async (wall, why) => {
    const shown = await page(`/audit?utilisateur=yann.legoff&le=${wall}`, auditor);
    expect(shown.status).toBe(422);
    expect(shown.text).toContain(why);
    expect(shown.text).toContain('value="yann.legoff"');
    expect(shown.text).toContain(`value="${wall}"`);
  });

  it('is told by the API which field asks for what is still to come', async () => {
    const far = await get(`/api/v1/users/${userId}/credential?at=2999-01-01T10:00:00Z`, auditor);
    expect(far.status).toBe(400);
    const detail = 'Cet instant est encore à venir ; le journal n’en sait rien.';
    expect(JSON.parse(far.text)).toMatchObject({ errors: [{ in: 'query', pointer: '/at', detail }] });
  });

  it('sees who it is for a case alone, and is asked again with what was typed', async () => {
    const form = (dossier: string, motif: string) => ({ utilisateur: userId, le: '', dossier, motif });
    const named = await page('/audit', auditor, form('A-17', 'plainte de Yann Le Goff'));
    expect(named.status).toBe(422);
    expect(named.text).toContain('Ce motif nomme la personne');
    expect(named.text).toContain('value="A-17"');
    expect(named.text).toContain('value="plainte de Yann Le Goff"');
    const nothing = await page('/audit', auditor, form('', 'ab'));
    expect(nothing.status).toBe(422);
    expect(nothing.text).toContain('id="dossier-erreur"');
    expect(nothing.text).toContain('id="motif-erreur"');
    expect(nothing.text).not.toContain('Données personnelles consultées');
    const shown = await page('/audit', auditor, form('A-17', 'contrôle interne'));
    expect(shown.text).toMatch(/Identifiant<\/dt><dd>yann\.legoff/);
    expect(shown.text).toContain('dossier A-17 (contrôle interne)');
    const after = await page(`/audit?utilisateur=${userId}`, auditor);
    expect(after.text).not.toContain('yann.legoff');
  });

  it('leaves a line in the security log whenever they read, with who and of whom, and nothing personal', async () => {
    const readBy = (event: string) =>
      logged
        .map((line) => JSON.parse(line) as { event?: string; actor?: { userId?: string }; target?: string })
        .filter((line) => line.event === event && line.target === userId && line.actor?.userId === auditorId)
        .length;
    const [states, replays] = [readBy('audit_state'), readBy('audit_replay')];
    await get(`/api/v1/users/${userId}/credential`, auditor);
    expect([readBy('audit_state'), readBy('audit_replay')]).toEqual([states + 1, replays]);
    await page('/audit?utilisateur=yann.legoff', auditor);
    expect([readBy('audit_state'), readBy('audit_replay')]).toEqual([states + 2, replays + 1]);
    expect(logged.join('')).not.toMatch(/yann\.legoff|Le Goff/);
  });

  it('changes nothing of anybody', async () => {
    const before = await portal.platform.events.read(`user-${userId}`);
    const headers = { authorization: `Bearer ${auditor}` };
    const person = { identifier: 'un.intrus', name: 'Un Intrus', email: 'i@ecole.example', role: 'office' };
    for (const [method, url, json] of [
      ['POST', '/api/v1/users', person],
      ['POST', `/api/v1/users/${userId}/deactivation`, {}],
      [
        'PUT',
        `/api/v1/users/${userId}/reference-email`,
        { email: 'i@ecole.example', currentKey: auditorKey },
      ],
    ] as const)
      expect([url, (await portal.send({ method, url, headers, json })).status]).toEqual([url, 403]);
    expect(await portal.platform.events.read(`user-${userId}`)).toEqual(before);
  });

  it('reads “[effacé]” of somebody who was erased (GDP-02, TST-23)', async () => {
    const erased = await portal.platform.bus.ask(EraseUser, {
      commandId: randomUUID(),
      actor: { kind: 'command-line' },
      userId,
      operator: 'anne',
      reason: 'dossier 114',
    });
    expect(erased.outcome).toBe('done');
    const shown = await page(`/audit?utilisateur=${userId}`, auditor);
    expect(shown.text).toContain('[effacé]');
    expect(shown.text).toContain('Utilisateur effacé par anne (dossier 114)');
  });

  it('is not told that there were no sessions where nobody knows any more (GDP-01)', async () => {
    const { bus, clock } = portal.platform;
    const at = clock.now();
    const sessions = async () => {
      const answer = await bus.ask(GetCredentialAt, { userId: managerId, at });
      return answer.outcome === 'done' ? answer.sessions : undefined;
    };
    expect(await sessions()).toHaveLength(1);
    (clock as FakeClock).advance({ days: 31 });
    expect(await sessions()).toBeNull();
  });
});

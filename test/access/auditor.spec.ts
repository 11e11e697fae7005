import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AddOperator, EraseUser } from '#contracts';
import { startPortal, type RunningPortal } from './running-portal.js';

type State = Readonly<{ opens: string; generation: number; status: string; sessions: readonly unknown[] }>;

describe('the auditor (GDP-09)', () => {
  let portal: RunningPortal;
  let auditor: string;
  let manager: string;
  let userId: string;
  let registeredAt: string;
  let beforeFactor: number;

  const get = (url: string, token: string) =>
    portal.send({ method: 'GET', url, headers: { authorization: `Bearer ${token}` } });
  const page = (url: string, token: string, form?: Record<string, string>) => {
    const cookie = `__Host-trousseau=${token}; trousseau=${token}; lang=fr`;
    return portal.send({ method: form ? 'POST' : 'GET', url, headers: { cookie }, ...(form && { form }) });
  };

  beforeAll(async () => {
    portal = await startPortal();
    registeredAt = portal.platform.clock.now();
    const { schoolId, userId: managerId } = await portal.registerSchool('Auto-école du Lac', 'gerante.lac');
    manager = (await portal.firstSignIn(managerId, 'gerante.lac')).token;
    userId = await portal.addUser(schoolId, 'yann.legoff');
    await portal.firstSignIn(userId, 'yann.legoff');
    const added = await portal.platform.bus.ask(AddOperator, {
      commandId: randomUUID(),
      actor: { kind: 'command-line' },
      identifier: 'ada.auditrice',
      name: 'Ada Vérif',
      email: 'ada@editeur.example',
      role: 'auditor',
      locale: 'fr',
    });
    if (added.outcome === 'refused') throw new Error(added.reason);
    const entered = await portal.firstSignIn(added.userId, 'ada.auditrice');
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

  it('reads “[effacé]” of somebody who was erased', async () => {
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
});

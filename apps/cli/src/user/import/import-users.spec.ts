import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AuthModule, publishAuth } from '#apps/auth';
import { UsersModule, publishUsers } from '#apps/users';
import { ListUsers, RegisterSchool, SignIn, type Actor } from '#contracts';
import { type Platform } from '#platform';
import { startServices, testPlatform } from '#platform/testing';
import { Sealer } from '#sealing';
import { ServiceUnavailable, type ServiceBus } from '#service-bus';
import { importUsers } from './import-users.js';
import { readCandidates } from './read-candidates.js';
import { reportFields, reportText } from './report.js';

const sha1 = 'sha1$seasalt$cff36ea83f5706ce9aa7454e63e431fc726b2dc8';
const bcrypt = '$2b$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW';
const header = 'identifiant;nom;rôle;e-mail;empreinte';
const good = [header, `zoe;Zoé;gérante;zoe@exemple.fr;${sha1}`, 'paul;Paul;moniteur;paul@exemple.fr;'];
const wrong = [...good, 'm@rie;Marie;complet;marie;'];

// Both services are started for each; a busy machine only makes it longer.

describe('importing users', () => {
  let platform: Platform & { stop(): Promise<void> };
  let schoolId: string;
  let manager: Actor;
  beforeEach(async () => {
    const made = await testPlatform({ publish: [publishAuth, publishUsers] });
    platform = await startServices(made, [UsersModule, AuthModule]);
    const school = await platform.bus.ask(RegisterSchool, {
      commandId: randomUUID(),
      actor: { kind: 'command-line' },
      name: 'Auto-école du Lac',
      manager: {
        identifier: 'ines',
        name: 'Inès Petit',
        email: 'ines@exemple.fr',
        phone: '06 12 34 56 78',
        locale: 'fr',
      },
    });
    if (school.outcome === 'refused') throw new Error(school.reason);
    ({ schoolId } = school);
    manager = { kind: 'user', userId: school.userId, sessionId: 'a'.repeat(64) };
  });
  afterEach(() => platform.stop());

  const run = (rows: readonly string[], { apply = true, sendWelcome = false, bus = platform.bus } = {}) =>
    importUsers({ ...platform, bus }, readCandidates(Buffer.from(rows.join('\r\n')), 'fr'), {
      schoolId,
      apply,
      sendWelcome,
      lang: 'fr',
    });

  const statuses = async (rows: readonly string[], more = {}) =>
    (await run(rows, more)).outcomes.map(({ status }) => status);

  const list = async () => {
    const atLeast = await platform.events.head();
    const reply = await platform.bus.ask(ListUsers, { actor: manager, limit: 200, atLeast });
    if (reply.outcome === 'refused') throw new Error(reply.reason);
    return reply.users.map(({ identifier, state }) => `${identifier}: ${state}`).sort();
  };

  const signIn = async (identifier: string, key: string) => {
    const sessionId = randomUUID().replaceAll('-', '').repeat(2);
    const sealer = new Sealer(platform.secrets.sealing.publicJwk);
    const sealedKey = await sealer.seal({ key, binding: sessionId });
    const typed = { commandId: randomUUID(), identifier, sealedKey, sessionId };
    return platform.bus.ask(SignIn, { ...typed, network: '192.0.2.0/24', userAgent: 'Firefox' });
  };

  /** Who was asked to be mailed a first provisional key; waits until auth has heard of everybody. */
  const welcomed = async () => {
    for (;;) {
      const events = await platform.events.readAll(-1, 10_000);
      const opened = events.filter(({ type }) => type === 'CredentialOpened').length;
      const registered = events.filter(({ type }) => type === 'UserRegistered').length;
      if (opened === registered) return events.filter(({ type }) => type === 'KeyRenewalRequested').length;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };

  it('only tries, unless it is told to', async () => {
    const head = await platform.events.head();
    expect(await statuses(good, { apply: false })).toEqual(['ready', 'ready']);
    expect(await platform.events.readAll(head, 100)).toEqual([]);
  });

  it('adds nobody when a single row is wrong', async () => {
    expect(await statuses(wrong)).toEqual(['ready', 'ready', 'error']);
    expect(await list()).toEqual(['ines: awaiting-first-key']);
  });

  it('adds everybody, and lets them in with the key they had', async () => {
    expect(await statuses(good)).toEqual(['added', 'added']);
    await welcomed();
    // Auth finds people by a directory that follows the log: a moment later at most.
    let reply = await signIn('zoe', 'lètmein');
    for (const wait of [50, 500, 5000]) {
      if (reply.outcome === 'done') break;
      await new Promise((resolve) => setTimeout(resolve, wait));
      reply = await signIn('zoe', 'lètmein');
    }
    expect(reply).toMatchObject({ outcome: 'done', session: { level: 'full' } });
    expect(await list()).toEqual(['ines: awaiting-first-key', 'paul: awaiting-first-key', 'zoe: active']);
  });

  it('mails nobody unless it is told to, and never those who bring their key', async () => {
    await run(good);
    const ofTheManager = 1;
    expect(await welcomed()).toBe(ofTheManager);
    await run([header, `anne;Anne;complet;a@x.fr;${sha1}`, 'jean;Jean;complet;j@x.fr;'], {
      sendWelcome: true,
    });
    expect(await welcomed()).toBe(ofTheManager + 1);
  });

  it('mails those it has added before when it is told to later, once, and nobody who has a key', async () => {
    await run(good);
    await welcomed();
    const mailed = async (marker: string) => {
      const before = await welcomed();
      await run(good, { sendWelcome: true });
      // Auth hears in order: once it has opened this one, it has heard of the wish.
      await run([header, `${marker};Nom;complet;m@x.fr;`]);
      return (await welcomed()) - before;
    };
    expect(await mailed('marker1')).toBe(1);
    expect(await mailed('marker2')).toBe(0);
  });

  it('is completed by running it again after it died anywhere on the way', async () => {
    const rows = [
      header,
      ...Array.from({ length: 20 }, (_, n) => `user${n};Nom;complet;u${n}@x.fr;${bcrypt}`),
    ];
    for (const most of [5, 30, 39]) {
      let asked = 0;
      const dying: ServiceBus = {
        ask: (request, payload) => {
          asked += 1;
          return asked > most
            ? Promise.reject(new ServiceUnavailable('gone'))
            : platform.bus.ask(request, payload);
        },
      };
      await expect(run(rows, { bus: dying })).rejects.toThrow(ServiceUnavailable);
    }
    await run(rows);
    expect(await statuses(rows)).toEqual(rows.slice(1).map(() => 'present'));
    const events = await platform.events.readAll(-1, 10_000);
    const count = (type: string) => events.filter((event) => event.type === type).length;
    expect([count('UserRegistered'), count('KeyImported')]).toEqual([21, 20]);
  });

  it('knows an identifier that is taken', async () => {
    expect(await statuses([header, 'INES;Inès;gérant;i@x.fr;'])).toEqual(['error']);
  });

  it('needs a school that exists', async () => {
    schoolId = randomUUID();
    await expect(run(good)).rejects.toMatchObject({ reason: 'unknown-school' });
  });

  it('reports in words, a line per row, and to programs without what is personal or secret', async () => {
    const { outcomes, applied } = await run(wrong);
    const told = { schoolId, applied, sendWelcome: false };
    expect(reportText('fr', outcomes, told)).toBe(
      [
        'Ligne 2 : ok : zoe : Zoé, Gérant (Admin), avec sa clé.',
        'Ligne 3 : ok : paul : Paul, Moniteur.',
        "Ligne 4 : erreur : m@rie : l'identifiant doit compter 3 à 64 lettres, chiffres, points, tirets ou soulignés ; l'adresse e-mail n'est pas valable.",
        '3 lignes lues : 2 à ajouter, 1 erreur. Rien n’a été importé : corrigez le fichier et relancez.',
      ].join('\n'),
    );
    expect(reportText('en', outcomes, told)).toBe(
      [
        'Line 2: ok: zoe: Zoé, Manager (Gérant), with their key.',
        'Line 3: ok: paul: Paul, Instructor (Moniteur).',
        'Line 4: error: m@rie: an identifier has 3 to 64 letters, digits, dots, hyphens or underscores; the e-mail address is not valid.',
        '3 lines read: 2 to add, 1 error. Nothing was imported: correct the file and run it again.',
      ].join('\n'),
    );
    const fields = JSON.stringify(reportFields('fr', outcomes, told));
    expect(fields).toContain('"errors":1');
    for (const kept of ['Zoé', 'exemple.fr', 'sha1']) expect(fields).not.toContain(kept);
  });

  it('shows a terminal nothing it would obey', async () => {
    const { outcomes } = await run([header, 'a\u001b[2Jb;N\u202eom;complet;x@x.fr;'], { apply: false });
    const text = reportText('fr', outcomes, { schoolId, applied: false, sendWelcome: false });
    expect(text).not.toMatch(/[\u001b\u202e]/);
  });
});

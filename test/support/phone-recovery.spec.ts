import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ChangeManagerPhone, TellCredential, TellUser } from '#contracts';
import { eventually } from '#event-store/testing';
import { readSettings } from '#settings';
import { Visitor } from '../../apps/gateway/src/pages/testing/visitor.js';
import { type RunningPortal, startPortal } from '../access/running-portal.js';
import { codeOf } from '../product/code-of.js';

const commandLine = { kind: 'command-line' } as const;
const KEY = 'trois péniches sous la neige';

/** Auth, users and the gateway together, over HTTP pages, with a clock that can be moved: two days pass here in no time. */
describe('a manager who lost key and mailbox, and a clock', () => {
  let portal: RunningPortal;
  let school: { schoolId: string; userId: string };
  const keys = new Map<string, string>();
  const apps = new Map<string, string>();
  let dossier: string;
  let code: string;

  beforeAll(async () => {
    portal = await startPortal({ settings: readSettings({ TROUSSEAU_DEMO: 'on' }) });
    school = await portal.registerSchool('Auto-école du Port', 'gerante');
    keys.set('gerante', (await portal.firstSignIn(school.userId, 'gerante')).key);
    for (const identifier of ['nadia.assistance', 'hugo.assistance']) {
      const userId = await portal.addOperator(identifier, 'support');
      const entered = await portal.firstSignIn(userId, identifier);
      keys.set(identifier, entered.key);
      apps.set(identifier, (await portal.enrolApp(entered.token)).secret);
    }
  });
  afterAll(() => portal.stop());

  const visitor = () => new Visitor({ ask: portal.send } as ConstructorParameters<typeof Visitor>[0]);
  const operator = async (identifier: string) => {
    const person = visitor();
    await person.open('/connexion');
    const cle = keys.get(identifier) ?? '';
    const answer = await person.submit('/connexion', { identifiant: identifier, cle });
    expect(answer.headers['location']).toMatch(/^\/second-facteur/);
    await person.open('/second-facteur');
    // An app's code counts once: the next one comes half a minute later (MFA-04).
    portal.platform.clock.advance({ seconds: 30 });
    const code = codeOf(apps.get(identifier) ?? '', portal.platform.clock.now());
    await person.submit('/second-facteur', { code });
    await person.open('/assistance');
    return person;
  };
  const type = async (identifiant: string, digits: string) => {
    const person = visitor();
    await person.open('/connexion/assistance');
    const answer = await person.submit('/connexion/assistance', { identifiant, telephone: digits });
    return { person, answer };
  };
  /** On a machine with much to do the first appraisal answers `busy`, which any person waits out. */
  const chooses = (person: Visitor) =>
    eventually(async () => {
      await person.open('/choisir-ma-cle');
      const answer = await person.submit('/choisir-ma-cle', { cle: KEY, confirmation: KEY });
      if (answer.status === 503) throw new Error('busy');
      return answer;
    });
  const sessionIsOpen = async (token: string) => {
    const headers = { authorization: `Bearer ${token}` };
    return (await portal.send({ url: '/api/v1/session', headers })).status === 200;
  };

  it('has a case opened and is called back (TEL-02)', async () => {
    const nadia = await operator('nadia.assistance');
    const opened = await nadia.submit('/assistance', { ecole: school.schoolId });
    dossier = String(opened.headers['location']);
    expect(dossier).toMatch(/^\/assistance\/dossiers\//);
    await nadia.open(dossier);
    await nadia.submit(`${dossier}/appel`);
    await nadia.submit(`${dossier}/reponse`, { reponse: 'oui' });
    await nadia.submit(`${dossier}/cle`, { boite: 'perdue' });
    expect((await nadia.submit(`${dossier}/accord`)).status).toBe(409);
    const hugo = await operator('hugo.assistance');
    expect((await hugo.submit(`${dossier}/accord`)).status).toBe(303);
  });

  it('gets no code for 48 hours, and then only in another call (TEL-07, TST-32)', async () => {
    let nadia = await operator('nadia.assistance');
    const early = await nadia.submit(`${dossier}/code`);
    expect([early.status, early.text.includes('read-out')]).toEqual([409, false]);
    portal.platform.clock.advance({ hours: 48 });
    nadia = await operator('nadia.assistance');
    expect((await nadia.submit(`${dossier}/code`)).text).toContain('Rappelez d’abord');
    await nadia.submit(`${dossier}/appel`);
    await nadia.submit(`${dossier}/reponse`, { reponse: 'oui' });
    const shown = await nadia.submit(`${dossier}/code`);
    code = /read-out">(\d{4} \d{4})</.exec(shown.text)?.[1] ?? '';
    expect(code).toMatch(/^\d{4} \d{4}$/);
  });

  it('is refused an expired code, and shown another (TEL-05, TST-32)', async () => {
    portal.platform.clock.advance({ minutes: 10 });
    expect((await type('gerante', code)).answer.status).toBe(401);
    const nadia = await operator('nadia.assistance');
    const shown = await nadia.submit(`${dossier}/code`);
    const another = /read-out">(\d{4} \d{4})</.exec(shown.text)?.[1] ?? '';
    expect(another).not.toBe(code);
    code = another;
  });

  it('comes back with it, chooses a key, and every other session is over (TEL-05, TEL-09)', async () => {
    const before = await portal.signIn('gerante', keys.get('gerante') ?? '');
    expect(await sessionIsOpen(before)).toBe(true);
    const { person, answer } = await type('gerante', code);
    expect([answer.status, answer.headers['location']]).toEqual([303, '/choisir-ma-cle']);
    const chosen = await chooses(person);
    expect(chosen.headers['location']).toBe('/connexion?dit=cle-choisie');
    expect(await sessionIsOpen(before)).toBe(false);
    expect((await type('gerante', code)).answer.status).toBe(401);
    expect(await sessionIsOpen(await portal.signIn('gerante', KEY))).toBe(true);
  });

  it('has the phone held for 72 hours (TEL-09)', async () => {
    const change = () =>
      portal.platform.bus.ask(ChangeManagerPhone, {
        commandId: randomUUID(),
        actor: commandLine,
        schoolId: school.schoolId,
        phone: '07 11 22 33 44',
      });
    expect(await change()).toMatchObject({ reason: 'held' });
    portal.platform.clock.advance({ hours: 72 });
    expect(await change()).toMatchObject({ outcome: 'done' });
  });

  it('who lost the second factor too comes back without it, and can only set one up (TEL-11)', async () => {
    const lac = await portal.registerSchool('Auto-école du Lac', 'gerante.lac');
    const entered = await portal.firstSignIn(lac.userId, 'gerante.lac');
    await portal.enrolApp(entered.token);
    let nadia = await operator('nadia.assistance');
    const opened = await nadia.submit('/assistance', { ecole: lac.schoolId });
    const other = String(opened.headers['location']);
    const call = async () => {
      await nadia.open(other);
      await nadia.submit(`${other}/appel`);
      await nadia.submit(`${other}/reponse`, { reponse: 'oui' });
    };
    await call();
    await nadia.submit(`${other}/cle`, { boite: 'perdue', facteur: 'perdu' });
    const hugo = await operator('hugo.assistance');
    expect((await hugo.open(other)).text).toContain('Le second facteur est dit perdu aussi');
    await hugo.submit(`${other}/accord`);
    portal.platform.clock.advance({ hours: 48 });
    nadia = await operator('nadia.assistance');
    await call();
    const shown = await nadia.submit(`${other}/code`);
    const digits = /read-out">(\d{4} \d{4})</.exec(shown.text)?.[1] ?? '';
    const { person } = await type('gerante.lac', digits);
    await chooses(person);
    const token = await portal.signIn('gerante.lac', KEY);
    const session = await portal.send({
      url: '/api/v1/session',
      headers: { authorization: `Bearer ${token}` },
    });
    expect(session.json()).toMatchObject({ type: 'urn:trousseau:problem:enrol-factor-first' });
    await portal.enrolApp(token);
  });

  it('is told to an auditor step by step, in both languages, without a code or a number (AUD-03, TEL-10)', async () => {
    const userId = await portal.addOperator('ada.auditrice', 'auditor');
    const actor = { kind: 'user', userId, sessionId: 'a'.repeat(64) } as const;
    const told = async (locale: 'fr' | 'en') => {
      const about = { userId: school.userId, locale };
      const [ofUser, ofKey] = await Promise.all([
        portal.platform.bus.ask(TellUser, { actor, ...about }),
        portal.platform.bus.ask(TellCredential, about),
      ]);
      if (ofUser.outcome === 'refused' || ofKey.outcome === 'refused') throw new Error('not told');
      return [...ofUser.events, ...ofKey.events];
    };
    const french = (await told('fr')).map(({ text }) => text).join('\n');
    expect(french).toContain('Dossier d’assistance : nouvelle clé demandée, boîte mail perdue');
    expect(french).toContain('Code d’assistance accepté : une clé peut être choisie.');
    const english = await told('en');
    expect(english.filter(({ type, text }) => type === text)).toEqual([]);
    expect(english.map(({ text }) => text)).toContain('Case of support: a second operator agreed.');
    expect(french).not.toContain(code);
  });

  it('left no code and no number in the log (TEL-10, EVT-01)', async () => {
    const events = JSON.stringify(await portal.platform.events.readAll(-1, 10_000));
    expect(events).toContain('RecoveryCodeIssued');
    for (const secret of [code, code.replace(' ', ''), '612345678']) expect(events).not.toContain(secret);
  });
});

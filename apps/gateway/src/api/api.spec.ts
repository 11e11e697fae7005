import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AnyRequest } from '#service-bus';
import { Opener } from '#sealing';
import { type Asked, type RunningGateway, startGateway, tokenOf } from '../testing/index.js';
import { operations } from './operations.js';

let gateway: RunningGateway;
let manager: Record<string, string>;
/** What went over the bus, by name of the request. */
let sent: Map<string, Record<string, string>>;
/** Replies a spec puts in place of the services'. */
let instead: Record<string, object>;

beforeAll(async () => {
  gateway = await startGateway();
  const { bus } = gateway.platform;
  const ask = bus.ask.bind(bus) as (request: AnyRequest, payload: unknown) => Promise<unknown>;
  bus.ask = (async (request: AnyRequest, payload: unknown) => {
    sent.set(request.name, payload as Record<string, string>);
    return instead[request.name] ?? ask(request, payload);
  }) as typeof bus.ask;
});
afterAll(() => gateway.stop());
beforeEach(async () => {
  sent = new Map();
  instead = {};
  manager = await bearer('gerante');
});

const bearer = async (userId: string) => ({ authorization: `Bearer ${await tokenOf(gateway, userId)}` });
const ask = (method: string, url: string, headers: Record<string, string>, json?: unknown) =>
  gateway.ask({ method, url, headers, ...(json === undefined ? {} : { json }) });
const keyOf = (userId: string) => gateway.standIn.people.get(userId)!.key;
const unseal = (sealed: string | undefined, binding: string | undefined) =>
  new Opener(gateway.platform.secrets.sealing.privateJwk).open(sealed ?? '', binding ?? '');
const email = (more = {}) => ({ email: 'yann@ecole.example', currentKey: keyOf('gerante'), ...more });

describe('every call of the API', () => {
  it('answers as the document says', async () => {
    const good: Record<string, Omit<Asked, 'url'> & { url?: string }> = {
      openSession: { json: { identifier: 'moniteur', key: keyOf('moniteur') } },
      issueToken: { json: { audience: 'planning' } },
      askKeyRenewal: { json: { identifier: 'moniteur', email: 'yann@ecole.example' } },
      setKey: { json: { currentKey: keyOf('gerante'), newKey: 'une clé de quinze signes' } },
      addUser: { json: { identifier: 'anne', name: 'Anne', role: 'office', email: 'anne@ecole.example' } },
      changeReferenceEmail: { json: email() },
      giveSecondFactor: { json: { code: '123456' } },
      getCredential: { headers: await bearer('auditrice') },
    };
    // Last what ends the session that everything else needs: going on in another, and signing out of that.
    const last = ['giveSecondFactor', 'endSession'];
    const inOrder = [...operations].sort((a, b) => last.indexOf(a.id) - last.indexOf(b.id));
    for (const { id, method, route, status, answer } of inOrder) {
      const url = route.replace('{userId}', 'moniteur');
      const got = await gateway.ask({ method, url, headers: manager, ...good[id] });
      expect([id, got.status]).toEqual([id, status]);
      if (id === 'giveSecondFactor')
        manager = { authorization: `Bearer ${got.json<{ token: string }>().token}` };
      if (answer) expect({ id, ...answer.safeParse(got.json()) }).toMatchObject({ id, success: true });
      else expect([id, got.text]).toEqual([id, '']);
    }
  });

  it('turns every refusal of a service into the problem of that name, and passes the wait on', async () => {
    const refusals: [string, string, string, unknown, string, string, number][] = [
      ['GET', '/api/v1/users', 'users.list-users', undefined, 'not-yet', '1', 503],
      ['GET', '/api/v1/users', 'users.list-users', undefined, 'cursor-not-valid', '', 422],
      ['POST', '/api/v1/users/a/deactivation', 'users.deactivate-user', undefined, 'last-manager', '', 409],
      [
        'POST',
        '/api/v1/users/a/provisional-key',
        'users.ask-provisional-key',
        undefined,
        'too-soon',
        '17',
        429,
      ],
      [
        'PUT',
        '/api/v1/users/a/reference-email',
        'users.request-reference-email-change',
        email(),
        'wrong-key',
        '',
        403,
      ],
      ['PUT', '/api/v1/key', 'auth.change-key', { currentKey: 'x', newKey: 'y' }, 'key-too-short', '', 422],
      [
        'POST',
        '/api/v1/key-renewals',
        'auth.request-key-renewal',
        { identifier: 'a', email: 'b@c.fr' },
        'busy',
        '2',
        503,
      ],
    ];
    for (const [method, url, request, json, reason, wait, status] of refusals) {
      instead = {
        [request]: { outcome: 'refused', reason, ...(reason === 'too-soon' ? { retryAfter: 17 } : {}) },
      };
      const got = await ask(method, url, manager, json);
      expect([reason, got.status, got.headers['retry-after'] ?? '']).toEqual([reason, status, wait]);
      expect(got.json()).toMatchObject({ type: `urn:trousseau:problem:${reason}`, status });
    }
  });
});

describe('sessions', () => {
  it('signs in, tells who is signed in, and signs out', async () => {
    const opened = await ask(
      'POST',
      '/api/v1/sessions',
      {},
      { identifier: 'gerante', key: keyOf('gerante') },
    );
    expect(opened.headers.location).toBe('/api/v1/session');
    expect(opened.json()).toMatchObject({ level: 'full', user: { name: 'Léandra Morvan', role: 'manager' } });
    const headers = { authorization: `Bearer ${opened.json<{ token: string }>().token}` };
    expect((await ask('GET', '/api/v1/session', headers)).json()).toMatchObject({
      user: { userId: 'gerante' },
    });
    expect((await ask('DELETE', '/api/v1/session', headers)).status).toBe(204);
    expect((await ask('GET', '/api/v1/session', headers)).status).toBe(401);
  });

  it('seals the key to auth, bound to the session it opens, and sends the secret to nobody (invariant 1)', async () => {
    const opened = await ask(
      'POST',
      '/api/v1/sessions',
      {},
      { identifier: 'moniteur', key: keyOf('moniteur') },
    );
    const payload = sent.get('auth.sign-in')!;
    expect(await unseal(payload['sealedKey'], payload['sessionId'])).toMatchObject({
      key: keyOf('moniteur'),
    });
    const overTheBus = JSON.stringify([...sent.values()]);
    expect(overTheBus).not.toContain(keyOf('moniteur'));
    expect(overTheBus).not.toContain(opened.json<{ token: string }>().token);
  });
});

describe('keys', () => {
  const newKey = 'une clé de quinze signes';

  it('asks for the current key in a full session (KEY-13)', async () => {
    const got = await ask('PUT', '/api/v1/key', manager, { newKey });
    expect(got.status).toBe(400);
    expect(got.json()).toMatchObject({ errors: [{ in: 'body', pointer: '/currentKey' }] });
    expect((await ask('PUT', '/api/v1/key', manager, { currentKey: 'wrong', newKey })).status).toBe(403);
    expect((await ask('PUT', '/api/v1/key', manager, { currentKey: keyOf('gerante'), newKey })).status).toBe(
      204,
    );
    const { sealedCurrentKey, sealedNewKey, sessionId } = sent.get('auth.change-key')!;
    expect(await unseal(sealedCurrentKey, sessionId)).toMatchObject({ key: keyOf('gerante') });
    expect(await unseal(sealedNewKey, sessionId)).toMatchObject({ key: newKey });
  });

  it('chooses a key where there is none to ask for, after which the session is over (FRG-04)', async () => {
    const headers = await bearer('nouvelle');
    expect((await ask('PUT', '/api/v1/key', headers, { newKey })).status).toBe(204);
    const { sealedKey, sessionId } = sent.get('auth.choose-key')!;
    expect(await unseal(sealedKey, sessionId)).toMatchObject({ key: newKey });
  });

  it.each([
    ['x'.repeat(257), 'key-too-long'],
    ['🔑'.repeat(257), 'key-too-long'],
    ['fourteen\0chars!', 'key-not-text'],
    ['fourteen\ud800chars!', 'key-not-text'],
  ])('says of a new key why it cannot be one (KEY-03): %.20s', async (text, reason) => {
    const got = await ask('PUT', '/api/v1/key', manager, { currentKey: keyOf('gerante'), newKey: text });
    expect([got.status, got.json<{ type: string }>().type]).toEqual([422, `urn:trousseau:problem:${reason}`]);
  });

  it('takes 256 characters, emoji and spaces included (KEY-02, KEY-03)', async () => {
    const longest = `${'🔑'.repeat(255)} `;
    const got = await ask('PUT', '/api/v1/key', manager, { currentKey: keyOf('gerante'), newKey: longest });
    expect(got.status).toBe(204);
  });

  it('answers every renewal alike and seals who asks (FRG-06, LOG-10)', async () => {
    const known = await ask(
      'POST',
      '/api/v1/key-renewals',
      {},
      { identifier: 'moniteur', email: 'yann@ecole.example' },
    );
    const payload = sent.get('auth.request-key-renewal')!;
    expect(JSON.stringify(payload)).not.toContain('yann');
    expect(await unseal(payload['sealedRequest'], payload['commandId'])).toMatchObject({
      identifier: 'moniteur',
      email: 'yann@ecole.example',
    });
    const unknown = await ask(
      'POST',
      '/api/v1/key-renewals',
      {},
      { identifier: 'personne', email: 'x@y.example' },
    );
    expect([unknown.status, unknown.text]).toEqual([known.status, known.text]);
    expect({ ...unknown.headers, date: '' }).toEqual({ ...known.headers, date: '' });
  });

  it('has the longest renewal there is fit its seal', async () => {
    const longest = { identifier: '漢'.repeat(256), email: '漢'.repeat(320) };
    expect((await ask('POST', '/api/v1/key-renewals', {}, longest)).status).toBe(202);
  });
});

describe('tokens', () => {
  it('are given without naming a service, with no body at all: auth knows which is meant then', async () => {
    for (const json of [undefined, {}]) {
      const got = await ask('POST', '/api/v1/token', manager, json);
      expect([got.status, got.json()]).toEqual([201, { token: 'a.b.c', expiresAt: expect.any(String) }]);
      expect(sent.get('auth.issue-token')).toEqual({ sessionId: expect.any(String) });
    }
  });
});

describe('users', () => {
  it('passes on who asks, what for, and in which order', async () => {
    await ask('GET', '/api/v1/users?q=le&sort=-lastSignInAt&limit=20&atLeast=3', manager);
    expect(sent.get('users.list-users')).toEqual({
      actor: { kind: 'user', userId: 'gerante', sessionId: expect.any(String) },
      q: 'le',
      sort: 'lastSignInAt',
      descending: true,
      limit: 20,
      atLeast: 3,
    });
  });

  it('searches for nothing when an empty search is asked for, as an empty field of a form is sent', async () => {
    expect((await ask('GET', '/api/v1/users?q=', manager)).status).toBe(200);
    expect(sent.get('users.list-users')).not.toHaveProperty('q');
  });

  it('lists fifty when nothing else is asked, and waits for the position of a header too (invariant 8)', async () => {
    await ask('GET', '/api/v1/users', { ...manager, 'trousseau-at-least': '41' });
    expect(sent.get('users.list-users')).toMatchObject({ limit: 50, atLeast: 41 });
    await ask('GET', '/api/v1/users/moniteur?atLeast=42', { ...manager, 'trousseau-at-least': '41' });
    expect(sent.get('users.get-user')).toMatchObject({ userId: 'moniteur', atLeast: 42 });
  });

  it('shows no list to an instructor', async () => {
    const got = await ask('GET', '/api/v1/users', await bearer('moniteur'));
    expect([got.status, got.json<{ type: string }>().type]).toEqual([
      403,
      'urn:trousseau:problem:not-allowed',
    ]);
  });

  it('adds a user and says where they are', async () => {
    const json = { identifier: 'anne', name: 'Anne', role: 'office', email: 'anne@ecole.example' };
    const got = await ask('POST', '/api/v1/users', manager, json);
    expect(got.headers.location).toBe('/api/v1/users/user-new');
    expect(sent.get('users.add-user')).toMatchObject({ ...json, locale: 'fr' });
    expect(sent.get('users.add-user')).not.toHaveProperty('schoolId');
  });

  it('lets nobody name a school: a manager adds to their own (REF-05)', async () => {
    const json = { identifier: 'a', name: 'A', role: 'office', email: 'a@b.fr', schoolId: 'school-2' };
    expect((await ask('POST', '/api/v1/users', manager, json)).status).toBe(400);
  });

  it('seals the manager’s key with a change of address, bound to their session (REF-01)', async () => {
    await ask(
      'PUT',
      '/api/v1/users/moniteur/reference-email',
      manager,
      email({ slot: 'second', email: null }),
    );
    const payload = sent.get('users.request-reference-email-change')!;
    expect(payload).toMatchObject({
      userId: 'moniteur',
      slot: 'second',
      email: null,
      oldAddressUnusable: false,
    });
    const { sessionId } = payload['actor'] as unknown as { sessionId: string };
    expect(await unseal(payload['sealedKey'], sessionId)).toMatchObject({ key: keyOf('gerante') });
    expect(JSON.stringify(payload)).not.toContain(keyOf('gerante'));
  });
});

describe('a session that has yet to give its second factor', () => {
  const withLevel = async (level: 'second-factor' | 'enrol-factor') => {
    const known = gateway.standIn.people.get('moniteur')!;
    known.level = level;
    const json = { identifier: 'moniteur', key: known.key };
    const opened = await ask('POST', '/api/v1/sessions', {}, json);
    known.level = 'full';
    expect(opened.status).toBe(201);
    const { token, level: told } = opened.json<{ token: string; level: string }>();
    expect(told).toBe(level);
    return { authorization: `Bearer ${token}` };
  };
  const give = (headers: Record<string, string>, code: string) =>
    ask('POST', '/api/v1/session/second-factor', headers, { code });

  it('opens nothing else, and goes on under another token (SES-02)', async () => {
    const restricted = await withLevel('second-factor');
    for (const url of ['/api/v1/session', '/api/v1/users']) {
      const answer = await ask('GET', url, restricted);
      expect([answer.status, answer.json()]).toMatchObject([
        403,
        { type: 'urn:trousseau:problem:second-factor-first' },
      ]);
    }
    const given = await give(restricted, '123456');
    expect(given.status).toBe(201);
    expect(given.json()).toMatchObject({ level: 'full', user: { userId: 'moniteur' } });
    const full = { authorization: `Bearer ${given.json<{ token: string }>().token}` };
    expect((await ask('GET', '/api/v1/session', full)).status).toBe(200);
    expect((await ask('GET', '/api/v1/session', restricted)).status).toBe(401);
  });

  it('is told what is wrong with a code, and tries again', async () => {
    const restricted = await withLevel('second-factor');
    const type = (code: string) => ({ type: `urn:trousseau:problem:${code}` });
    expect((await give(restricted, '123')).json()).toMatchObject({ status: 403, ...type('wrong-code') });
    expect((await give(restricted, '999999')).json()).toMatchObject({ status: 403, ...type('code-used') });
    const waits = await give(restricted, '000000');
    expect([waits.status, waits.headers['retry-after']]).toEqual([429, '120']);
    const recovery = await give(restricted, '0AAAA-AAAAA-AAAAA');
    expect(recovery.json()).toMatchObject({
      level: 'full',
      codesLeft: 10,
      newRecoveryCode: expect.stringMatching(/^0\w{4}-\w{5}-\w{5}$/),
    });
  });

  it('seals the code to auth, bound to this session (invariant 1)', async () => {
    const restricted = await withLevel('second-factor');
    await give(restricted, '123456');
    const payload = sent.get('auth.give-second-factor')!;
    expect(JSON.stringify(payload)).not.toContain('123456');
    expect(await unseal(payload['sealedCode'], payload['sessionId'])).toMatchObject({ code: '123456' });
  });

  it('may sign out, and whoever must set one up is told so', async () => {
    expect((await ask('DELETE', '/api/v1/session', await withLevel('second-factor'))).status).toBe(204);
    const late = await withLevel('enrol-factor');
    expect((await ask('GET', '/api/v1/session', late)).json()).toMatchObject({
      type: 'urn:trousseau:problem:enrol-factor-first',
    });
    expect((await give(late, '123456')).json()).toMatchObject({
      type: 'urn:trousseau:problem:enrol-factor-first',
    });
  });
});

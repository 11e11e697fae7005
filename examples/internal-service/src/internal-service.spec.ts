import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLocalJWKSet, type JSONWebKeySet } from 'jose';
import { type Message, topics } from '#contracts';
import type { Subscription } from '#event-store';
import { readSettings } from '#settings';
import { type RunningPortal, startPortal } from '../../../test/access/running-portal.js';
import { EndedSessions } from './ended-sessions.js';
import { openService } from './service.js';
import { TokenVerifier } from './token-verifier.js';

let portal: RunningPortal;
let service: Server;
let feed: Subscription;
let key: string;
let caughtUp = true;
let keysAway = false;

beforeAll(async () => {
  portal = await startPortal({
    settings: readSettings({ TROUSSEAU_TOKEN_AUDIENCES: 'planning, facturation' }),
  });
  const { clock } = portal.platform;
  const ended = new EndedSessions(() => clock.milliseconds());
  // In one process the feed stands for the topics: the same messages, in the same order.
  feed = portal.platform.feed.follow({
    group: 'planning',
    topics: [topics.session, topics.credential],
    after: -1,
    handle: ({ body, at }: Message) => ended.hear(body, Date.parse(at)),
  });
  const keys = createLocalJWKSet(
    (await portal.send({ url: '/.well-known/jwks.json' })).json<JSONWebKeySet>(),
  );
  const verifier = new TokenVerifier({
    issuer: portal.platform.settings.publicUrl,
    audience: 'planning',
    keys: (head, token) => {
      if (keysAway) throw new TypeError('fetch failed');
      return keys(head, token);
    },
    now: () => new Date(clock.milliseconds()),
  });
  service = openService({ verifier, ended, isCaughtUp: () => caughtUp }).listen(0, '127.0.0.1');
  await once(service, 'listening');
  const { schoolId } = await portal.registerSchool('Auto-école du Port', 'gerante');
  const userId = await portal.addUser(schoolId, 'moniteur');
  ({ key } = await portal.firstSignIn(userId, 'moniteur'));
}, 60_000);

afterAll(async () => {
  service.close();
  await feed.stop();
  await portal.stop();
});

const signIn = () => portal.signIn('moniteur', key);
const tokenOf = async (secret: string, audience = 'planning') => {
  const headers = { authorization: `Bearer ${secret}` };
  const answer = await portal.send({ method: 'POST', url: '/api/v1/token', headers, json: { audience } });
  return answer.json<{ token: string }>().token;
};
const ask = async (token: string) => {
  const { port } = service.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/moi`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, string> };
};
const heard = async () => feed.reached(await portal.platform.events.head(), 100_000);

describe('an internal service (SES-14)', () => {
  it('knows who calls, without asking anybody', async () => {
    const token = await tokenOf(await signIn());
    expect(await ask(token)).toEqual({
      status: 200,
      body: { userId: expect.any(String), school: expect.any(String), role: 'instructor' },
    });
  });

  it('turns away what is no token, one for somebody else, one with a changed letter, and one that has expired', async () => {
    const secret = await signIn();
    const token = await tokenOf(secret);
    const [head, body, signature] = token.split('.');
    const none = Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url');
    const forged = Buffer.from(
      Buffer.from(body!, 'base64url').toString().replace('instructor', 'manager'),
    ).toString('base64url');
    const elsewhere = await tokenOf(secret, 'facturation');
    for (const bad of [secret, elsewhere, `${head}.${forged}.${signature}`, `${none}.${body}.`, '']) {
      expect((await ask(bad)).status).toBe(401);
    }
    portal.platform.clock.advance({ minutes: 5, seconds: 1 });
    expect((await ask(token)).status).toBe(401);
    expect((await ask(await tokenOf(secret))).status).toBe(200);
  });

  it('hears that a session has ended, and turns its token away at once (SES-10)', async () => {
    const [one, two] = [await signIn(), await signIn()];
    const [tokenOne, tokenTwo] = [await tokenOf(one), await tokenOf(two)];
    await portal.send({
      method: 'DELETE',
      url: '/api/v1/session',
      headers: { authorization: `Bearer ${one}` },
    });
    await heard();
    expect([(await ask(tokenOne)).status, (await ask(tokenTwo)).status]).toEqual([401, 200]);
  });

  it('hears that the key was changed: every token but those of that session is void', async () => {
    const [one, two] = [await signIn(), await signIn()];
    const [tokenOne, tokenTwo] = [await tokenOf(one), await tokenOf(two)];
    const newKey = 'sept hérons sur un toit de zinc';
    const changed = await portal.send({
      method: 'PUT',
      url: '/api/v1/key',
      headers: { authorization: `Bearer ${two}` },
      json: { currentKey: key, newKey },
    });
    expect(changed.status).toBe(204);
    key = newKey;
    await heard();
    expect([(await ask(tokenOne)).status, (await ask(tokenTwo)).status]).toEqual([401, 200]);
  });

  it('lets nobody in on a guess: not before it has heard everything, nor without the keys', async () => {
    const token = await tokenOf(await signIn());
    caughtUp = false;
    expect((await ask(token)).status).toBe(503);
    caughtUp = true;
    keysAway = true;
    expect((await ask(token)).status).toBe(503);
    keysAway = false;
  });
});

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { GetTokenKeys } from '#contracts';
import { StoreUnavailable } from '#event-store';
import type { FakeClock } from '#platform/testing';
import { type RunningGateway, startGateway, tokenOf } from '../testing/index.js';

let gateway: RunningGateway;
beforeEach(async () => {
  gateway = await startGateway();
});
afterEach(() => gateway.stop());

const jwks = () => gateway.ask({ url: '/.well-known/jwks.json' });
const asked = () => gateway.standIn.asked.filter((name) => name === GetTokenKeys.name).length;
const away = () => {
  throw new StoreUnavailable('down');
};

describe('the published keys of tokens (SES-14)', () => {
  it('are for everybody, and may be kept for five minutes', async () => {
    const answer = await jwks();
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': expect.stringContaining('application/jwk-set+json'),
      'cache-control': 'public, max-age=300',
    });
    expect(answer.json<{ keys: object[] }>().keys).toEqual([
      expect.objectContaining({ kid: 'k1', use: 'sig' }),
    ]);
  });

  it('cost auth one question in half a minute, however many ask', async () => {
    await Promise.all([jwks(), jwks(), jwks()]);
    await jwks();
    expect(asked()).toBe(1);
    (gateway.platform.clock as FakeClock).advance({ seconds: 31 });
    await jwks();
    expect(asked()).toBe(2);
  });

  it('stay known while auth is away; without ever having known them, says so', async () => {
    gateway.standIn.before = away;
    expect((await jwks()).status).toBe(503);
    gateway.standIn.before = () => undefined;
    await jwks();
    gateway.standIn.before = away;
    (gateway.platform.clock as FakeClock).advance({ minutes: 10 });
    expect((await jwks()).status).toBe(200);
  });
});

describe('POST /api/v1/token', () => {
  const ask = async (audience: string, headers?: Record<string, string>) =>
    gateway.ask({
      method: 'POST',
      url: '/api/v1/token',
      headers: headers ?? { authorization: `Bearer ${await tokenOf(gateway, 'gerante')}` },
      json: { audience },
    });

  it('hands out what auth signed, and keeps it nowhere', async () => {
    const answer = await ask('planning');
    expect([answer.status, answer.headers['cache-control']]).toEqual([201, 'no-store']);
    expect(answer.json()).toEqual({ token: 'a.b.c', expiresAt: '2026-11-22T08:05:00.000Z' });
  });

  it('names an audience nobody knows, and wants a full session', async () => {
    const problem = async (answer: Awaited<ReturnType<typeof ask>>) => [
      answer.status,
      answer.json<{ type: string }>().type.split(':').at(-1),
    ];
    expect(await problem(await ask('ailleurs'))).toEqual([422, 'audience-not-known']);
    expect(await problem(await ask('planning', {}))).toEqual([401, 'no-session']);
    const restricted = { authorization: `Bearer ${await tokenOf(gateway, 'nouvelle')}` };
    expect(await problem(await ask('planning', restricted))).toEqual([403, 'choose-key-first']);
  });
});

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createLocalJWKSet, jwtVerify, type JWTVerifyOptions } from 'jose';
import { EndSession, GetTokenKeys, IssueToken } from '#contracts';
import { PUBLISHED_AFTER } from '#secrets';
import { authUnderTest, goodKey, type AuthUnderTest } from '../testing/auth-under-test.js';
import { TOKEN_LASTS } from './token-claims.js';

const refused = (reason: string) => ({ outcome: 'refused', reason });

describe('tokens for internal services (SES-14)', () => {
  let auth: AuthUnderTest;
  beforeEach(async () => {
    auth = await authUnderTest();
    await auth.member('zoe');
  });
  afterEach(() => auth.stop());

  const open = async (key = goodKey()) => {
    const answer = await auth.signIn('zoe', key);
    if (answer.outcome === 'refused') throw new Error(answer.reason);
    return answer.session.sessionId;
  };
  const issue = (sessionId: string, audience = 'planning') =>
    auth.bus.ask(IssueToken, { sessionId, audience });
  const issueUnnamed = (sessionId: string) => auth.bus.ask(IssueToken, { sessionId });
  const tokenOf = async (sessionId: string) => {
    const answer = await issue(sessionId);
    if (answer.outcome === 'refused') throw new Error(answer.reason);
    return answer.token;
  };
  const keySet = async () => {
    const answer = await auth.bus.ask(GetTokenKeys, {});
    if (answer.outcome === 'refused') throw new Error(answer.reason);
    return answer.keys;
  };
  /** As an internal service verifies: offline, with the keys it fetched before. */
  const verify = (token: string, keys: Awaited<ReturnType<typeof keySet>>, more: JWTVerifyOptions = {}) =>
    jwtVerify(token, createLocalJWKSet({ keys }), {
      algorithms: ['EdDSA'],
      typ: 'at+jwt',
      issuer: auth.settings.publicUrl,
      audience: 'planning',
      currentDate: new Date(auth.clock.milliseconds()),
      ...more,
    });

  it('say who holds the session, and verify offline', async () => {
    const sessionId = await open();
    const head = await auth.events.head();
    const { payload } = await verify(await tokenOf(sessionId), await keySet());
    expect(payload).toMatchObject({ sub: 'zoe', school: 's1', role: 'manager', sid: sessionId });
    expect(await auth.events.head()).toBe(head);
  });

  it('are worth nothing after five minutes, elsewhere, or with another type', async () => {
    const [token, keys] = [await tokenOf(await open()), await keySet()];
    await expect(verify(token, keys, { audience: 'facturation' })).rejects.toThrow('"aud"');
    await expect(verify(token, keys, { typ: 'JWT' })).rejects.toThrow('"typ"');
    await expect(verify(token, keys, { issuer: 'https://autre.example' })).rejects.toThrow('"iss"');
    auth.clock.advance({ seconds: TOKEN_LASTS + 1 });
    await expect(verify(token, keys)).rejects.toThrow('"exp"');
  });

  it('are given to nobody whom users has deactivated, though auth has yet to hear of it (ASVS 7.4.2)', async () => {
    await auth.member('deactivated');
    const answer = await auth.signIn('deactivated', goodKey());
    if (answer.outcome === 'refused') throw new Error(answer.reason);
    expect(await issue(answer.session.sessionId)).toEqual(refused('no-session'));
  });

  it('are given for the services of the settings only', async () => {
    const sessionId = await open();
    expect(await issue(sessionId, 'ailleurs')).toEqual(refused('audience-not-known'));
    expect(await issue(sessionId, 'facturation')).toMatchObject({ outcome: 'done' });
  });

  it('are for the first of these services where none is named, and for no other (RFC 9068, 3)', async () => {
    const answer = await issueUnnamed(await open());
    const token = answer.outcome === 'done' ? answer.token : '';
    const keys = await keySet();
    expect((await verify(token, keys)).payload.aud).toBe('planning');
    await expect(verify(token, keys, { audience: 'facturation' })).rejects.toThrow('"aud"');
  });

  it('are not given to a session that must choose a key first (FRG-02)', async () => {
    await auth.renew('zoe', 'zoe@exemple.fr');
    await auth.issue('zoe', auth.requests('zoe').at(-1)!, 'M7PW-2NQZ-8VTR-5XCH');
    expect(await issue(await open('M7PW-2NQZ-8VTR-5XCH'))).toEqual(refused('choose-key-first'));
  });

  it('are not given to a session that has ended, idled out or never was (SES-10)', async () => {
    const [ended, idle] = [await open(), await open()];
    await auth.bus.ask(EndSession, { commandId: randomUUID(), userId: 'zoe', sessionId: ended });
    expect(await issue(ended)).toEqual(refused('no-session'));
    expect(await issue('0'.repeat(64))).toEqual(refused('no-session'));
    auth.clock.advance({ minutes: 31 });
    expect(await issue(idle)).toEqual(refused('no-session'));
  });

  it('are not given to a session whose epoch is over: one append took it with all the others', async () => {
    const [one, two] = [await open(), await open()];
    await auth.change(one, goodKey(), goodKey(2));
    expect(await issue(two)).toEqual(refused('no-session'));
    expect(await issue(one)).toMatchObject({ outcome: 'done' });
    await auth.tell('user.deactivated', 'zoe');
    expect(await issue(one)).toEqual(refused('no-session'));
  });

  it('survive a change of keys: the new one is known before it signs, the old one until its last token has expired', async () => {
    const sessionId = await open();
    const rotated = await auth.secrets.tokenKeys.rotate(auth.clock.now());
    if (rotated.outcome === 'refused') throw new Error('refused');
    const kept = await keySet();
    expect(kept).toHaveLength(2);
    const before = await tokenOf(sessionId);
    expect((await verify(before, kept)).protectedHeader.kid).not.toBe(rotated.key.kid);

    auth.clock.advance({ minutes: 15 });
    const [first] = await auth.secrets.tokenKeys.keys();
    const after = await tokenOf(sessionId);
    expect((await verify(after, kept)).protectedHeader.kid).toBe(rotated.key.kid);
    expect((await keySet()).map(({ kid }) => kid)).toEqual([first?.kid, rotated.key.kid]);

    auth.clock.advance({ seconds: PUBLISHED_AFTER });
    expect(PUBLISHED_AFTER).toBeGreaterThan(TOKEN_LASTS);
    expect((await keySet()).map(({ kid }) => kid)).toEqual([rotated.key.kid]);
  });

  it('publish no private half (EVT-01)', async () => {
    for (const key of await keySet())
      expect(Object.keys(key).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x']);
  });
});

import { createHash, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EndOtherSessions, EndSession, ForgetDevice, ListSessions, ResumeSession } from '#contracts';
import { authUnderTest, goodKey, newSessionId, type AuthUnderTest } from '../testing/auth-under-test.js';

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const notRemembered = { outcome: 'refused', reason: 'not-remembered' };
/** What follows from validator `number` of a browser: its own hash, its successor's, and the session it opens. */
const follows = (selector: string, number: number) => ({
  selector,
  validatorHash: hashOf(`${selector} ${number}`),
  successorHash: hashOf(`${selector} ${number + 1}`),
  sessionId: hashOf(`${selector} session ${number}`),
  userAgent: 'Firefox, Linux',
});

describe('a remembered browser', () => {
  let auth: AuthUnderTest;
  beforeEach(async () => {
    auth = await authUnderTest();
    await auth.member('zoe', goodKey(), 'instructor');
  });
  afterEach(() => auth.stop());

  /** Signs in with the box ticked. */
  const enter = async (userId = 'zoe') => {
    const selector = randomUUID().replaceAll('-', '');
    const remember = { selector, validatorHash: hashOf(`${selector} 0`) };
    const answer = await auth.signIn(userId, goodKey(), { remember });
    if (answer.outcome === 'refused') throw new Error(answer.reason);
    return { selector, answer, sessionId: answer.session.sessionId };
  };
  const resume = (selector: string, number: number, commandId = randomUUID()) =>
    auth.bus.ask(ResumeSession, { commandId, ...follows(selector, number) });
  const lives = async (sessionId: string) => (await auth.verify(sessionId)).outcome === 'done';
  const types = async (selector: string) =>
    (await auth.events.read(`remember-${selector}`)).map(({ type }) => type);
  const list = async () => {
    const answer = await auth.bus.ask(ListSessions, { userId: 'zoe' });
    if (answer.outcome === 'refused') throw new Error(answer.reason);
    return answer;
  };

  it('resumes a session without the key, which is no fresher than the key typed there (SES-04, SES-08)', async () => {
    const { selector, answer } = await enter();
    expect(answer).toMatchObject({ remembered: { expiresAt: '2026-12-22T08:00:00.000Z' } });
    const typedAt = auth.clock.now();
    auth.clock.advance({ hours: 20 });
    const resumed = await resume(selector, 0);
    expect(resumed).toMatchObject({ outcome: 'done', session: { userId: 'zoe', level: 'full' } });
    expect(resumed).toMatchObject({ session: { authenticatedAt: typedAt, openedAt: auth.clock.now() } });
    expect(await lives(follows(selector, 0).sessionId)).toBe(true);
  });

  it('is not granted to a manager, nor with a provisional key (SES-09)', async () => {
    await auth.member('max');
    expect((await enter('max')).answer).not.toHaveProperty('remembered');
    await auth.register('ana', 'ana', 'instructor');
    await auth.issue('ana', auth.requests('ana')[0]!, '3MXQ-9RTA-70KD-B2WH');
    const remember = { selector: 'a'.repeat(32), validatorHash: 'b'.repeat(64) };
    const answer = await auth.signIn('ana', '3MXQ-9RTA-70KD-B2WH', { remember });
    expect(answer).toMatchObject({ outcome: 'done', session: { level: 'choose-key' } });
    expect(answer).not.toHaveProperty('remembered');
    expect(await types('a'.repeat(32))).toEqual([]);
  });

  it('rotates once for ten tabs at once, and gives all the same session (SES-05, TST-11)', async () => {
    const { selector } = await enter();
    auth.clock.advance({ hours: 1 });
    const answers = await Promise.all(Array.from({ length: 10 }, () => resume(selector, 0)));
    const sessions = new Set(answers.map((a) => (a.outcome === 'done' ? a.session.sessionId : a.reason)));
    expect([...sessions]).toEqual([follows(selector, 0).sessionId]);
    expect(await types(selector)).toEqual(['RememberMeGranted', 'RememberMeRotated']);
    expect(await auth.events.read(`session-${follows(selector, 0).sessionId}`)).toHaveLength(1);
  });

  it('answers a lost response again within the grace, by the same command or another (TST-11)', async () => {
    const { selector } = await enter();
    auth.clock.advance({ hours: 1 });
    const commandId = randomUUID();
    await resume(selector, 0, commandId);
    expect(await resume(selector, 0, commandId)).toMatchObject({ outcome: 'done' });
    auth.clock.advance({ seconds: 29 });
    expect(await resume(selector, 0)).toMatchObject({ outcome: 'done' });
    auth.clock.advance({ hours: 1 });
    expect(await resume(selector, 1)).toMatchObject({ outcome: 'done' });
  });

  it('ends with every session it opened when a spent validator comes back, and tells (SES-06, TST-11)', async () => {
    const { selector } = await enter();
    const other = await enter();
    auth.clock.advance({ hours: 1 });
    await resume(selector, 0);
    const thiefs = follows(selector, 0).sessionId;
    expect(await lives(thiefs)).toBe(true);
    auth.clock.advance({ seconds: 30 });
    expect(await resume(selector, 0)).toEqual(notRemembered);
    expect(await lives(thiefs)).toBe(false);
    expect(await resume(selector, 1)).toEqual(notRemembered);
    expect(await types(selector)).toEqual(['RememberMeGranted', 'RememberMeRotated', 'ReuseDetected']);
    await auth.settled();
    expect(auth.heard.at(-1)?.body).toEqual({ type: 'session.reuse-detected', userId: 'zoe' });
    expect(await resume(other.selector, 0)).toMatchObject({ outcome: 'done' });
  });

  it('is unknown under another selector, and no reason for alarm', async () => {
    await enter();
    const head = await auth.events.head();
    expect(await resume('0'.repeat(32), 0)).toEqual(notRemembered);
    expect(await auth.events.head()).toBe(head);
  });

  it('is forgotten by signing out there, resumed session or not (SES-10)', async () => {
    const first = await enter();
    const out = { commandId: randomUUID(), userId: 'zoe' };
    await auth.bus.ask(EndSession, { ...out, sessionId: first.sessionId });
    expect(await resume(first.selector, 0)).toEqual(notRemembered);
    const second = await enter();
    auth.clock.advance({ hours: 1 });
    await resume(second.selector, 0);
    const { sessionId } = follows(second.selector, 0);
    await auth.bus.ask(EndSession, { ...out, commandId: randomUUID(), sessionId });
    expect(await lives(sessionId)).toBe(false);
    expect(await resume(second.selector, 1)).toEqual(notRemembered);
  });

  it('is forgotten from elsewhere by its own user alone, with its sessions (SES-11, REF-05)', async () => {
    const { selector, sessionId } = await enter();
    const forget = (userId: string) =>
      auth.bus.ask(ForgetDevice, { commandId: randomUUID(), userId, selector });
    expect(await forget('max')).toEqual(notRemembered);
    expect(await lives(sessionId)).toBe(true);
    expect(await forget('zoe')).toMatchObject({ outcome: 'done' });
    expect(await lives(sessionId)).toBe(false);
    expect(await resume(selector, 0)).toEqual(notRemembered);
  });

  it('stays where all other sessions are ended from it; the others are forgotten (SES-11)', async () => {
    const [here, there] = [await enter(), await enter()];
    await auth.bus.ask(EndOtherSessions, {
      commandId: randomUUID(),
      userId: 'zoe',
      except: here.sessionId,
    });
    auth.clock.advance({ hours: 1 });
    expect(await resume(there.selector, 0)).toEqual(notRemembered);
    expect(await resume(here.selector, 0)).toMatchObject({ outcome: 'done' });
    auth.clock.advance({ hours: 1 });
    expect(await resume(here.selector, 1)).toMatchObject({ outcome: 'done' });
  });

  it('dies with the key, even where the session stays (SES-07)', async () => {
    const { selector, sessionId } = await enter();
    expect(await auth.change(sessionId, goodKey(), goodKey(2))).toMatchObject({ outcome: 'done' });
    expect(await lives(sessionId)).toBe(true);
    expect(await resume(selector, 0)).toEqual(notRemembered);
  });

  it('dies with the account’s deactivation, and does not come back with it (SES-11)', async () => {
    const { selector } = await enter();
    await auth.tell('user.deactivated', 'zoe');
    expect(await resume(selector, 0)).toEqual(notRemembered);
    await auth.tell('user.reactivated', 'zoe');
    expect(await resume(selector, 0)).toEqual(notRemembered);
  });

  it('lasts thirty days in all, and no session it opens lasts longer (SES-07)', async () => {
    const { selector, answer } = await enter();
    const end = answer.remembered!.expiresAt;
    auth.clock.advance({ hours: 30 * 24 - 1 });
    expect(await resume(selector, 0)).toMatchObject({ expiresAt: end, session: { expiresAt: end } });
    auth.clock.advance({ hours: 1 });
    expect(await lives(follows(selector, 0).sessionId)).toBe(false);
    expect(await resume(selector, 1)).toEqual(notRemembered);
  });

  it('is listed with the session it opened last, until it is forgotten (SES-11)', async () => {
    const { selector, sessionId } = await enter();
    expect(await list()).toMatchObject({
      sessions: [{ sessionId }],
      remembered: [{ selector, sessionId, userAgent: 'Firefox, Linux' }],
    });
    auth.clock.advance({ hours: 1 });
    expect(await list()).toMatchObject({ sessions: [], remembered: [{ selector }] });
    await auth.bus.ask(ForgetDevice, { commandId: randomUUID(), userId: 'zoe', selector });
    expect((await list()).remembered).toEqual([]);
  });

  it('leaves a session that nobody asked to remember as it is', async () => {
    const answer = await auth.signIn('zoe', goodKey(), { sessionId: newSessionId() });
    expect(answer).not.toHaveProperty('remembered');
    expect((await list()).remembered).toEqual([]);
  });
});

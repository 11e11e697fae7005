import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { later } from '../instant.js';
import { authUnderTest, goodKey, newSessionId, type AuthUnderTest } from '../testing/auth-under-test.js';

const PROVISIONAL = '3MXQ-9RTA-70KD-B2WH';
const wrongPair = { outcome: 'refused', reason: 'wrong-pair' };

describe('signing in', () => {
  let auth: AuthUnderTest;
  beforeEach(async () => (auth = await authUnderTest()));
  afterEach(() => auth.stop());

  /** Verifications one attempt costs. */
  const costOf = async (attempt: () => Promise<unknown>) => {
    const before = auth.hasher.verifications;
    await attempt();
    return auth.hasher.verifications - before;
  };

  it('opens a full session with the chosen key, however the identifier is written', async () => {
    await auth.member('zoe');
    const answer = await auth.signIn('  ZOE ', goodKey());
    expect(answer).toMatchObject({ outcome: 'done', session: { userId: 'zoe', level: 'full' } });
    const { session } = answer as Extract<typeof answer, { outcome: 'done' }>;
    expect(await auth.verify(session.sessionId)).toMatchObject({ outcome: 'done', session });
  });

  it('takes the chosen key ten years later: keys do not expire (KEY-09)', async () => {
    await auth.member('zoe');
    auth.clock.advance({ days: 3653 });
    expect(await auth.signIn('zoe', goodKey())).toMatchObject({
      outcome: 'done',
      session: { level: 'full' },
    });
  });

  it('answers the same to unknown, wrong and deactivated, for one verification each, counted and not timed (LOG-01, LOG-02, TST-01)', async () => {
    await auth.member('zoe');
    await auth.member('max');
    await auth.tell('user.deactivated', 'max');
    for (const attempt of [
      () => auth.signIn('nobody', goodKey()),
      () => auth.signIn('zoe', 'ce n’est pas la bonne clé'),
      () => auth.signIn('max', goodKey()),
      () => auth.signIn('zoe', ''),
    ]) {
      expect(await costOf(async () => expect(await attempt()).toEqual(wrongPair))).toBe(1);
    }
  });

  it('costs one verification whatever has the shape of a provisional key, outstanding or not (LOG-02)', async () => {
    await auth.member('zoe');
    await auth.member('max');
    await auth.register('new');
    await auth.renew('zoe', 'zoe@exemple.fr');
    await auth.issue('zoe', auth.requests('zoe').at(-1)!, PROVISIONAL);
    for (const identifier of ['zoe', 'max', 'new', 'nobody']) {
      const attempt = () => auth.signIn(identifier, 'AAAA-BBBB-CCCC-DDDD');
      expect(await costOf(async () => expect(await attempt()).toEqual(wrongPair))).toBe(1);
    }
    expect(await costOf(() => auth.signIn('zoe', PROVISIONAL))).toBe(1);
  });

  it('takes a provisional key however it was copied, once, for choosing a key only (FRG-02, KEY-12)', async () => {
    await auth.register('zoe');
    await auth.issue('zoe', auth.requests('zoe')[0]!, PROVISIONAL);
    const first = await auth.signIn('zoe', ' 3mxq 9rta–7okd b2wh ');
    expect(first).toMatchObject({ outcome: 'done', session: { level: 'choose-key' } });
    expect(await auth.signIn('zoe', PROVISIONAL)).toEqual(wrongPair);
  });

  it('lets exactly one of 20 parallel uses of a provisional key win (TST-08, EVT-08)', async () => {
    await auth.register('zoe');
    await auth.issue('zoe', auth.requests('zoe')[0]!, PROVISIONAL);
    const answers = await Promise.all(Array.from({ length: 20 }, () => auth.signIn('zoe', PROVISIONAL)));
    expect(answers.filter(({ outcome }) => outcome === 'done')).toHaveLength(1);
  });

  it('opens nothing with an expired provisional key, and says no more than to anybody (FRG-01, C6)', async () => {
    await auth.register('zoe');
    await auth.issue('zoe', auth.requests('zoe')[0]!, PROVISIONAL);
    auth.clock.advance({ minutes: 60 });
    expect(await auth.signIn('zoe', PROVISIONAL)).toEqual(wrongPair);
  });

  it('opens nothing a second time with a provisional key, whatever becomes of the clock (FRG-01, TST-09)', async () => {
    await auth.register('zoe');
    await auth.issue('zoe', auth.requests('zoe')[0]!, PROVISIONAL);
    // A replica whose clock is behind takes it still, and nobody takes it twice for that.
    auth.clock.advance({ minutes: -10 });
    expect(await auth.signIn('zoe', PROVISIONAL)).toMatchObject({ session: { level: 'choose-key' } });
    for (const minutes of [-60, 10, 50, 70]) {
      auth.clock.advance({ minutes });
      expect(await auth.signIn('zoe', PROVISIONAL)).toEqual(wrongPair);
    }
  });

  it('takes a chosen key that looks like a provisional one for what it is', async () => {
    await auth.member('zoe', 'K7PW2NQZ8VTR5XCJ');
    expect(await auth.signIn('zoe', 'K7PW2NQZ8VTR5XCJ')).toMatchObject({ session: { level: 'full' } });
    expect(await auth.signIn('zoe', 'K7PW-2NQZ-8VTR-5XCJ')).toEqual(wrongPair);
  });

  it('counts 200 parallel guesses one by one: five are compared (LOG-06, TST-03)', async () => {
    await auth.member('zoe');
    const cost = await costOf(async () => {
      const answers = await Promise.all(
        Array.from({ length: 200 }, (_, i) => auth.signIn('zoe', `mauvaise clé numéro ${i}`)),
      );
      const reasons = answers.map((answer) => answer.outcome === 'refused' && answer.reason);
      expect(reasons.filter((reason) => reason === 'wrong-pair')).toHaveLength(5);
      expect(reasons.filter((reason) => reason === 'too-many-attempts')).toHaveLength(195);
    });
    expect(cost).toBe(5);
  });

  it('takes back from the network what an account refuses in a race (LOG-05)', async () => {
    await Promise.all(Array.from({ length: 60 }, () => auth.signIn('nobody', 'faux')));
    for (let i = 0; i < 95; i += 1) expect(await auth.signIn(`nobody-${i}`, 'faux')).toEqual(wrongPair);
    expect(await auth.signIn('nobody-95', 'faux')).toMatchObject({ reason: 'too-many-attempts' });
  });

  it('throttles an identifier that does not exist just the same, with the same wait (LOG-04)', async () => {
    await auth.member('zoe');
    for (const identifier of ['zoe', 'nobody']) {
      for (let i = 0; i < 5; i += 1) expect(await auth.signIn(identifier, 'faux')).toEqual(wrongPair);
      const throttled = { outcome: 'refused', reason: 'too-many-attempts', retryAfter: 60 };
      expect(await auth.signIn(identifier, 'faux')).toEqual(throttled);
      expect(await auth.signIn(identifier, 'AAAA-BBBB-CCCC-DDDD')).toEqual(throttled);
    }
  });

  it('records nothing for a throttled attempt', async () => {
    for (let i = 0; i < 5; i += 1) await auth.signIn('nobody', 'faux');
    const head = await auth.events.head();
    await auth.signIn('nobody', 'faux');
    expect(await auth.events.head()).toBe(head);
  });

  it('lets the owner in on a known device while a stranger hammers the account (LOG-07, TST-06)', async () => {
    await auth.member('zoe');
    const known = await auth.signIn('zoe', goodKey());
    const device = (known as { device: string }).device;
    for (let i = 0; i < 5; i += 1) await auth.signIn('zoe', 'faux', { network: '198.51.100.0/24' });
    expect(await auth.signIn('zoe', goodKey())).toMatchObject({ reason: 'too-many-attempts' });
    expect(await auth.signIn('zoe', goodKey(), { device })).toMatchObject({ outcome: 'done' });
  });

  it('lets the owner in by renewal while a stranger hammers the account, and then with the new key (LOG-07, TST-06)', async () => {
    await auth.member('zoe');
    const hammer = async () => {
      for (let i = 0; i < 6; i += 1) await auth.signIn('zoe', 'faux', { network: '198.51.100.0/24' });
    };
    await hammer();
    await auth.renew('zoe', 'zoe@exemple.fr');
    await auth.issue('zoe', auth.requests('zoe').at(-1)!, PROVISIONAL);
    const way = await auth.signIn('zoe', PROVISIONAL);
    expect(way).toMatchObject({ outcome: 'done', session: { level: 'choose-key' } });
    const { session, device } = way as Extract<typeof way, { outcome: 'done' }>;
    expect(await auth.choose(session.sessionId, goodKey(2))).toMatchObject({ outcome: 'done' });
    await hammer();
    expect(await auth.signIn('zoe', goodKey(2), { device: device! })).toMatchObject({ outcome: 'done' });
  });

  it('gives no further guess at the chosen key to whoever writes it like a provisional one (LOG-03)', async () => {
    await auth.member('zoe', 'K7PW2NQZ8VTR5XCJ');
    for (let i = 0; i < 5; i += 1) await auth.signIn('zoe', 'faux');
    expect(await auth.signIn('zoe', 'K7PW2NQZ8VTR5XCJ')).toMatchObject({ reason: 'too-many-attempts' });
  });

  it('counts a device token only for the account it was given for', async () => {
    await auth.member('zoe');
    await auth.member('max');
    const known = await auth.signIn('max', goodKey());
    for (let i = 0; i < 5; i += 1) await auth.signIn('zoe', 'faux');
    const { device } = known as { device: string };
    for (const token of [device, `${device}x`, device.replace('.', 'A.'), 'a.b.c', '']) {
      expect(await auth.signIn('zoe', 'faux', { device: token })).toMatchObject({
        reason: 'too-many-attempts',
      });
    }
  });

  it('stops a network after 100 wrong keys in ten minutes, over all accounts (LOG-05)', async () => {
    const network = '203.0.113.0/24';
    for (let i = 0; i < 100; i += 1) await auth.signIn(`nobody-${i}`, 'faux', { network });
    const stopped = await auth.signIn('nobody-100', 'faux', { network });
    expect(stopped).toMatchObject({ reason: 'too-many-attempts' });
    expect(await auth.signIn('nobody-100', 'faux')).toEqual(wrongPair);
    auth.clock.advance({ minutes: 11 });
    expect(await auth.signIn('nobody-100', 'faux', { network })).toEqual(wrongPair);
  });

  it('does not count right keys against a network (LOG-05)', async () => {
    await auth.member('zoe');
    for (let i = 0; i < 110; i += 1) {
      expect(await auth.signIn('zoe', goodKey())).toMatchObject({ outcome: 'done' });
    }
  });

  it('says busy when too much is being hashed, and counts nothing (LOG-08)', async () => {
    await auth.member('zoe');
    auth.hasher.busy = true;
    const head = await auth.events.head();
    expect(await auth.signIn('zoe', goodKey())).toMatchObject({ reason: 'busy', retryAfter: 1 });
    expect(await auth.events.head()).toBe(head);
  });

  it('opens nothing with a key that was sealed for another request (invariant 1)', async () => {
    await auth.member('zoe');
    const binding = newSessionId();
    expect(await auth.signIn('zoe', goodKey(), { binding })).toEqual(wrongPair);
    expect(await auth.signIn('zoe', goodKey(), { sessionId: binding })).toMatchObject({ outcome: 'done' });
  });

  it('disables the key at the 100th failure in a row, and a renewal restores it (LOG-03, TST-04, TST-34)', async () => {
    await auth.member('zoe');
    const guesses: string[] = [];
    for (
      let answer = await auth.signIn('zoe', 'faux');
      guesses.length < 100;
      answer = await auth.signIn('zoe', 'faux')
    ) {
      if (answer.outcome === 'refused' && answer.reason === 'wrong-pair') guesses.push(auth.clock.now());
      if (answer.outcome === 'refused') auth.clock.advance({ seconds: answer.retryAfter ?? 0 });
    }
    for (const from of guesses) {
      const until = later(from, 24 * 3600);
      expect(guesses.filter((at) => at >= from && at < until).length).toBeLessThanOrEqual(25);
    }
    await auth.settled();
    expect(auth.heard.at(-1)?.body).toMatchObject({
      type: 'credential.disabled',
      reason: 'too-many-failures',
    });
    auth.clock.advance({ hours: 25 });
    expect(await auth.signIn('zoe', goodKey())).toEqual(wrongPair);
    await auth.renew('zoe', 'zoe@exemple.fr');
    await auth.issue('zoe', auth.requests('zoe').at(-1)!, PROVISIONAL);
    const way = await auth.signIn('zoe', PROVISIONAL);
    const { session } = way as Extract<typeof way, { outcome: 'done' }>;
    await auth.choose(session.sessionId, goodKey(2));
    expect(await auth.signIn('zoe', goodKey(2))).toMatchObject({ outcome: 'done' });
  });

  it('raises a weak hash when its key is at hand, once, and the old one is gone (KEY-10)', async () => {
    await auth.member('zoe');
    auth.hasher.raise();
    await auth.signIn('zoe', goodKey());
    await auth.signIn('zoe', goodKey());
    await auth.settled();
    const types = (await auth.events.read('credential-zoe')).map(({ type }) => type);
    expect(types.filter((type) => type === 'KeyRehashed')).toHaveLength(1);
    expect(await auth.events.read('data-key-generation-zoe-1')).toEqual([]);
    expect(await auth.signIn('zoe', goodKey())).toMatchObject({ outcome: 'done' });
  });

  describe('that is unusual (LOG-09)', () => {
    const opened = (answer: unknown) => (answer as { session: { sessionId: string } }).session.sessionId;
    /** What the others hear of the session that was opened. */
    const told = async (answer: unknown) => {
      await auth.settled();
      const sessionId = opened(answer);
      const bodies = auth.heard.map(({ body }) => body);
      const own = bodies.find((body) => body.type === 'session.opened' && body.sessionId === sessionId);
      if (own?.type !== 'session.opened') throw new Error('nobody heard of it');
      return own.unusual;
    };
    const aDayLater = () => auth.clock.advance({ hours: 25 });

    it('tells of a browser that was not known, by its words, and of no other', async () => {
      await auth.member('zoe');
      aDayLater();
      const first = await auth.signIn('zoe', goodKey());
      expect(await told(first)).toEqual({ newBrowser: true, failures: 0, browser: 'Firefox, Linux' });
      const { device } = first as { device: string };
      expect(await told(await auth.signIn('zoe', goodKey(), { device }))).toBeUndefined();
    });

    it('tells nothing for a day after a key was chosen through a mail, nor of the way in to it', async () => {
      await auth.member('zoe');
      expect(await told(await auth.signIn('zoe', goodKey()))).toBeUndefined();
      aDayLater();
      await auth.renew('zoe', 'zoe@exemple.fr');
      await auth.issue('zoe', auth.requests('zoe').at(-1)!, PROVISIONAL);
      expect(await told(await auth.signIn('zoe', PROVISIONAL))).toBeUndefined();
    });

    it('tells of the right key after failures that had to wait, with their number', async () => {
      await auth.member('zoe');
      const { device } = (await auth.signIn('zoe', goodKey())) as { device: string };
      aDayLater();
      const fail = async (times: number) => {
        for (let i = 0; i < times; i += 1)
          expect(await auth.signIn('zoe', 'faux', { device })).toEqual(wrongPair);
      };
      await fail(4);
      expect(await told(await auth.signIn('zoe', goodKey(), { device }))).toBeUndefined();
      await fail(5);
      auth.clock.advance({ minutes: 1 });
      const answer = await auth.signIn('zoe', goodKey(), { device });
      expect(await told(answer)).toEqual({ newBrowser: false, failures: 5, browser: 'Firefox, Linux' });
    });

    it('records no more than any other', async () => {
      await auth.member('zoe');
      const { device } = (await auth.signIn('zoe', goodKey())) as { device: string };
      aDayLater();
      const cost = async (more: { device?: string }) => {
        await auth.settled();
        const head = await auth.events.head();
        const answer = await auth.signIn('zoe', goodKey(), more);
        await auth.settled();
        return { events: (await auth.events.head()) - head, unusual: (await told(answer)) !== undefined };
      };
      const known = await cost({ device });
      const unknown = await cost({});
      expect([known.unusual, unknown.unusual]).toEqual([false, true]);
      expect(unknown.events).toBe(known.events);
    });
  });

  it('answers a repeated command as before and opens no second session', async () => {
    await auth.member('zoe');
    const sessionId = newSessionId();
    const first = await auth.signIn('zoe', goodKey(), { sessionId });
    const again = await auth.signIn('zoe', goodKey(), { sessionId });
    expect(again).toMatchObject({ outcome: 'done', session: (first as { session: object }).session });
    expect((await auth.events.read(`session-${sessionId}`)).length).toBe(1);
  });
});

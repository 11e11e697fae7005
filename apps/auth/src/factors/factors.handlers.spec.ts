import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { authUnderTest, goodKey, newSessionId, type AuthUnderTest } from '../testing/auth-under-test.js';
import { factorsOf, tenCodes } from '../testing/factors-under-test.js';
import { SoftwarePasskey } from '../testing/software-passkey.js';

const refused = (reason: string) => ({ outcome: 'refused', reason });

let auth: AuthUnderTest;
let factors: ReturnType<typeof factorsOf>;
beforeEach(async () => {
  auth = await authUnderTest();
  factors = factorsOf(auth);
});
afterEach(() => auth.stop());

const lives = async (sessionId: string) => (await auth.verify(sessionId)).outcome === 'done';
const told = () =>
  auth.heard.map(({ body }) => body).filter(({ type }) => /factor|recovery|passkey/.test(type));

describe('setting up an app', () => {
  beforeEach(() => auth.member('zoe', goodKey(), 'instructor'));

  it('takes effect with the first right code; every session ends, and this one goes on in another (SES-02, SES-10)', async () => {
    const elsewhere = await factors.enter('zoe');
    const here = await factors.enter('zoe');
    const { secret, answer } = await factors.start(here.sessionId);
    expect(answer).toMatchObject({ outcome: 'done' });
    expect((await factors.get('zoe')).totp).toBeNull();
    const done = await factors.confirm(here.sessionId, factors.codeAt(secret));
    if (done.outcome === 'refused') throw new Error(done.reason);
    expect(done).toMatchObject({ codesIssued: true, session: { level: 'full', factorAt: auth.clock.now() } });
    expect(done.session.sessionId).not.toBe(here.sessionId);
    expect([
      await lives(elsewhere.sessionId),
      await lives(here.sessionId),
      await lives(done.session.sessionId),
    ]).toEqual([false, false, true]);
    expect(await factors.get('zoe')).toMatchObject({
      compulsory: false,
      totp: { addedAt: auth.clock.now() },
      codesLeft: 10,
    });
    await auth.settled();
    expect(told()).toEqual([
      { type: 'credential.factor-added', userId: 'zoe', kind: 'totp', first: true },
      { type: 'credential.recovery-codes-issued', userId: 'zoe', first: true },
    ]);
  });

  it('keeps secret and hashes encrypted (MFA-04, MFA-05)', async () => {
    const { secret } = await factors.withApp('zoe');
    const stored = JSON.stringify(await auth.events.readAll(-1, 1000));
    expect(stored).toContain('TotpEnrolled');
    expect(stored).not.toContain(secret);
    expect(JSON.stringify(await auth.events.read('factors-zoe'))).not.toContain('argon2');
    for (const code of tenCodes()) expect(stored).not.toContain(code);
  });

  it('answers a command that comes twice as it did, and records nothing again', async () => {
    const { sessionId } = await factors.enter('zoe');
    const { secret } = await factors.start(sessionId);
    const [command, next] = [randomUUID(), newSessionId()];
    const first = await factors.confirm(sessionId, factors.codeAt(secret), command, next);
    const events = await factors.types('zoe');
    const again = await factors.confirm(sessionId, factors.codeAt(secret), command, next);
    expect(again).toMatchObject({ outcome: 'done', session: { sessionId: next } });
    expect(first).toMatchObject({ outcome: 'done' });
    expect(await factors.types('zoe')).toEqual(events);
  });

  it('needs a start, a right code, and a secret of 160 bits', async () => {
    const { sessionId } = await factors.enter('zoe');
    expect(await factors.confirm(sessionId, '123456')).toEqual(refused('not-started'));
    expect((await factors.start(sessionId, 'JBSWY3DP')).answer).toEqual(refused('secret-not-valid'));
    const { secret } = await factors.start(sessionId);
    const wrong = factors.codeAt(secret, 120);
    expect(await factors.confirm(sessionId, wrong)).toEqual(refused('wrong-code'));
    expect(await factors.types('zoe')).toEqual(['TotpEnrolled']);
    expect(await lives(sessionId)).toBe(true);
  });

  it('needs the key typed lately, and the factor there is given lately (MFA-06)', async () => {
    const { sessionId, secret } = await factors.withApp('zoe');
    auth.clock.advance({ minutes: 5 });
    expect((await factors.start(sessionId)).answer).toEqual(refused('key-needed'));
    await auth.confirm('zoe', sessionId, goodKey());
    expect((await factors.start(sessionId)).answer).toEqual(refused('factor-needed'));
    const given = await factors.give(sessionId, factors.codeAt(secret));
    if (given.outcome === 'refused') throw new Error(given.reason);
    expect(given.session).toMatchObject({ level: 'full', factorAt: auth.clock.now() });
    expect(await lives(sessionId)).toBe(false);
    expect((await factors.start(given.session.sessionId)).answer).toMatchObject({ outcome: 'done' });
  });
});

describe('signing in with an app', () => {
  let secret: string;
  beforeEach(async () => {
    await auth.member('zoe', goodKey(), 'instructor');
    ({ secret } = await factors.withApp('zoe'));
    auth.clock.advance({ minutes: 1 });
  });

  it('opens nothing before the code is given, and then a full session under another secret (SES-02)', async () => {
    const asked = await factors.enter('zoe');
    expect(asked.level).toBe('second-factor');
    expect((await factors.start(asked.sessionId)).answer).toEqual(refused('no-session'));
    expect(await auth.change(asked.sessionId, goodKey(), goodKey(2))).toEqual(refused('no-session'));
    expect(await auth.confirm('zoe', asked.sessionId, goodKey())).toEqual(refused('no-session'));
    const given = await factors.give(asked.sessionId, factors.codeAt(secret));
    if (given.outcome === 'refused') throw new Error(given.reason);
    expect(given.session).toMatchObject({ level: 'full', userId: 'zoe', openedAt: asked.openedAt });
    expect(given.session.sessionId).not.toBe(asked.sessionId);
    expect([await lives(asked.sessionId), await lives(given.session.sessionId)]).toEqual([false, true]);
    await auth.settled();
    const opened = auth.heard.map(({ body }) => body).filter(({ type }) => type === 'session.opened');
    expect(opened.at(-1)).toMatchObject({ sessionId: given.session.sessionId, level: 'full' });
  });

  it('is asked for in a new browser, and its holder told: whoever is asked had the key (LOG-09)', async () => {
    auth.clock.advance({ hours: 25 });
    const asked = await factors.enter('zoe');
    const given = await factors.give(asked.sessionId, factors.codeAt(secret));
    if (given.outcome === 'refused') throw new Error(given.reason);
    await auth.settled();
    const of = (sessionId: string) =>
      auth.heard.find(({ body }) => body.type === 'session.opened' && body.sessionId === sessionId)?.body;
    expect(of(asked.sessionId)).toMatchObject({ level: 'second-factor', unusual: { newBrowser: true } });
    expect(of(given.session.sessionId)).not.toHaveProperty('unusual');
  });

  it.each([-30, 0, 30])(
    'accepts the code of %i seconds from now, and no other (MFA-04, C5)',
    async (seconds) => {
      const { sessionId } = await factors.enter('zoe');
      for (const far of [-60, 60])
        expect(await factors.give(sessionId, factors.codeAt(secret, far))).toEqual(refused('wrong-code'));
      expect(await factors.give(sessionId, factors.codeAt(secret, seconds))).toMatchObject({
        outcome: 'done',
      });
    },
  );

  it('accepts a code once: neither again, nor an older one, nor one of two at once (MFA-04, TST-35)', async () => {
    const code = factors.codeAt(secret);
    const sessions = await Promise.all([factors.enter('zoe'), factors.enter('zoe')]);
    const both = await Promise.all(sessions.map(({ sessionId }) => factors.give(sessionId, code)));
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['done', 'refused']);
    const { sessionId } = await factors.enter('zoe');
    expect(await factors.give(sessionId, code)).toEqual(refused('code-used'));
    expect(await factors.give(sessionId, factors.codeAt(secret, -30))).toEqual(refused('code-used'));
    auth.clock.advance({ seconds: 30 });
    expect(await factors.give(sessionId, factors.codeAt(secret))).toMatchObject({ outcome: 'done' });
  });

  it('throttles guesses by a count of its own, which right keys do not reset (LOG-03, MFA-04)', async () => {
    for (let i = 0; i < 5; i += 1) {
      const { sessionId } = await factors.enter('zoe');
      expect(await factors.give(sessionId, 'abcdef')).toEqual(refused('wrong-code'));
    }
    const { sessionId } = await factors.enter('zoe');
    const waiting = { outcome: 'refused', reason: 'too-many-attempts', retryAfter: 60 };
    expect(await factors.give(sessionId, factors.codeAt(secret))).toEqual(waiting);
    // A recovery code is counted apart: guesses at the app's keep nobody from it (LOG-07).
    expect(await factors.give(sessionId, tenCodes()[2]!)).toMatchObject({ outcome: 'done', codesLeft: 9 });
    auth.clock.advance({ minutes: 1 });
    const later = await factors.enter('zoe');
    expect(await factors.give(later.sessionId, factors.codeAt(secret))).toMatchObject({ outcome: 'done' });
  });

  it('is asked for after a provisional key too, before a key can be chosen (FRG-10)', async () => {
    await auth.renew('zoe', 'zoe@exemple.fr');
    const requestId = auth.requests('zoe').at(-1)!;
    await auth.issue('zoe', requestId, '3MXQ-9RTA-70KD-B2WH');
    const asked = await factors.enter('zoe', '3MXQ-9RTA-70KD-B2WH');
    expect(asked.level).toBe('second-factor');
    expect(await auth.choose(asked.sessionId, goodKey(2))).toEqual(refused('no-session'));
    const given = await factors.give(asked.sessionId, factors.codeAt(secret));
    if (given.outcome === 'refused') throw new Error(given.reason);
    expect(given.session.level).toBe('choose-key');
    expect(await auth.choose(given.session.sessionId, goodKey(2))).toMatchObject({ outcome: 'done' });
    expect((await factors.enter('zoe', goodKey(2))).level).toBe('second-factor');
  });

  it('remembers a browser only once the factor was given (SES-09)', async () => {
    const remember = { selector: 'a'.repeat(32), validatorHash: 'b'.repeat(64) };
    const asked = await auth.signIn('zoe', goodKey(), { remember });
    if (asked.outcome === 'refused') throw new Error(asked.reason);
    expect(asked).not.toHaveProperty('remembered');
    expect(await auth.events.read(`remember-${remember.selector}`)).toEqual([]);
    const given = await factors.give(asked.session.sessionId, factors.codeAt(secret), { remember });
    expect(given).toMatchObject({ outcome: 'done', remembered: { expiresAt: '2026-12-22T08:01:00.000Z' } });
    expect(await auth.events.read(`remember-${remember.selector}`)).toHaveLength(1);
  });

  it('has no use for a code that was sealed for another session', async () => {
    const [one, two] = [await factors.enter('zoe'), await factors.enter('zoe')];
    const code = factors.codeAt(secret);
    const copied = await factors.sealed(one.sessionId, code);
    expect(await factors.give(two.sessionId, code, { sealedCode: copied })).toEqual(refused('wrong-code'));
    expect(await factors.give('f'.repeat(64), code)).toEqual(refused('no-session'));
    expect(await factors.give(one.sessionId, code, { sealedCode: copied })).toMatchObject({
      outcome: 'done',
    });
  });

  it('answers a command that comes twice with the session it opened', async () => {
    const { sessionId } = await factors.enter('zoe');
    const more = { commandId: randomUUID(), nextSessionId: newSessionId() };
    const code = factors.codeAt(secret);
    const session = { sessionId: more.nextSessionId, level: 'full' };
    expect(await factors.give(sessionId, code, more)).toMatchObject({ outcome: 'done', session });
    expect(await factors.give(sessionId, code, more)).toMatchObject({ outcome: 'done', session });
  });
});

describe('signing in with a passkey', () => {
  let passkey: SoftwarePasskey;
  beforeEach(async () => {
    await auth.member('zoe', goodKey(), 'instructor');
    ({ passkey } = await factors.withPasskey('zoe', 3));
  });

  const ask = async () => {
    const { sessionId, level } = await factors.enter('zoe');
    expect(level).toBe('second-factor');
    const { challenge, credentials } = await factors.challenge(sessionId, 'use');
    return { sessionId, challenge, credentials };
  };

  it('opens a full session when it signs our challenge (MFA-02, MFA-03)', async () => {
    const { sessionId, challenge, credentials } = await ask();
    expect(credentials).toEqual([{ id: passkey.id, transports: ['internal', 'hybrid'] }]);
    expect(Buffer.from(challenge, 'base64url')).toHaveLength(32);
    const used = await factors.use(sessionId, passkey.get({ challenge, counter: 4 }));
    expect(used).toMatchObject({ outcome: 'done', session: { level: 'full' } });
    expect((await auth.events.read('factor-use-zoe')).map(({ type }) => type)).toEqual(['PasskeyUsed']);
  });

  it.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['the same name on another port', { origin: 'http://localhost:3001' }],
    ['another name', { rpId: 'evil.example' }],
    ['a person who was not verified', { verified: false }],
    ['a challenge of its own', { challenge: 'a'.repeat(43) }],
  ])('refuses %s (MFA-03, TST-35)', async (_, wrong) => {
    const { sessionId, challenge } = await ask();
    const response = passkey.get({ challenge, counter: 4, ...wrong });
    expect(await factors.use(sessionId, response)).toEqual(refused('passkey-not-valid'));
    expect(await lives(sessionId)).toBe(true);
  });

  it('takes a challenge once, right or wrong, in its own session and for five minutes (MFA-03, TST-35)', async () => {
    const first = await ask();
    const other = await ask();
    const answer = passkey.get({ challenge: first.challenge, counter: 4 });
    expect(await factors.use(other.sessionId, answer)).toEqual(refused('passkey-not-valid'));
    expect(await factors.use(first.sessionId, '{}')).toEqual(refused('passkey-not-valid'));
    expect(await factors.use(first.sessionId, answer)).toEqual(refused('passkey-not-valid'));
    const { challenge } = await factors.challenge(first.sessionId, 'use');
    auth.clock.advance({ minutes: 5 });
    const late = passkey.get({ challenge, counter: 4 });
    expect(await factors.use(first.sessionId, late)).toEqual(refused('passkey-not-valid'));
    const fresh = await factors.challenge(first.sessionId, 'use');
    const good = passkey.get({ challenge: fresh.challenge, counter: 4 });
    expect(await factors.use(first.sessionId, good)).toMatchObject({ outcome: 'done' });
    // The answer that opened a session opens no other.
    const again = await ask();
    expect(await factors.use(again.sessionId, good)).toEqual(refused('passkey-not-valid'));
  });

  it('remembers and refuses a counter that went back, and tells of it (MFA-03, TST-35)', async () => {
    const { sessionId, challenge } = await ask();
    const copy = await factors.use(sessionId, passkey.get({ challenge, counter: 3 }));
    expect(copy).toEqual(refused('passkey-suspected'));
    expect((await auth.events.read('factor-use-zoe')).map(({ type }) => type)).toEqual([
      'PasskeyCounterWentBack',
    ]);
    await auth.settled();
    expect(told().at(-1)).toEqual({ type: 'credential.passkey-suspected', userId: 'zoe' });
  });

  it('refuses a passkey nobody added, and what is no answer at all', async () => {
    const { sessionId, challenge } = await ask();
    const stranger = new SoftwarePasskey().get({ challenge });
    expect(await factors.use(sessionId, stranger)).toEqual(refused('passkey-not-valid'));
    for (const nonsense of ['', 'null', '[]', '{"id":1}', '{"id":{}}', 'x'.repeat(7000)]) {
      await factors.challenge(sessionId, 'use');
      expect(await factors.use(sessionId, nonsense)).toEqual(refused('passkey-not-valid'));
    }
  });
});

describe('adding a passkey', () => {
  beforeEach(() => auth.member('zoe', goodKey(), 'instructor'));

  it.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['a person who was not verified', { verified: false }],
    ['another challenge', { challenge: 'a'.repeat(43) }],
  ])('refuses %s, and nothing is recorded (MFA-03)', async (_, wrong) => {
    const { sessionId } = await factors.enter('zoe');
    const { challenge } = await factors.challenge(sessionId, 'add');
    const response = new SoftwarePasskey().create({ challenge, ...wrong });
    expect(await factors.add(sessionId, response)).toEqual(refused('passkey-not-valid'));
    expect(await factors.types('zoe')).toEqual([]);
    expect(await lives(sessionId)).toBe(true);
  });

  it('wants a challenge that was made for it', async () => {
    const { sessionId } = await factors.enter('zoe');
    const { challenge } = await factors.challenge(sessionId, 'use');
    const response = new SoftwarePasskey().create({ challenge });
    expect(await factors.add(sessionId, response)).toEqual(refused('passkey-not-valid'));
  });

  it('does not add the same one twice', async () => {
    const { passkey, sessionId } = await factors.withPasskey('zoe');
    const { challenge } = await factors.challenge(sessionId, 'add');
    expect(await factors.add(sessionId, passkey.create({ challenge }))).toEqual(refused('passkey-known'));
  });
});

describe('recovery codes', () => {
  beforeEach(async () => auth.member('zoe', goodKey(), 'office'));

  it('stand in for the factor, each once; the user is told (MFA-05)', async () => {
    await factors.withApp('zoe');
    const [code] = tenCodes();
    const first = await factors.enter('zoe');
    expect(await factors.give(first.sessionId, code!)).toMatchObject({
      outcome: 'done',
      session: { level: 'full' },
      codesLeft: 9,
    });
    const second = await factors.enter('zoe');
    expect(await factors.give(second.sessionId, code!)).toEqual(refused('code-used'));
    expect(await factors.give(second.sessionId, '0BBBB-BBBBB-BBBBB')).toEqual(refused('wrong-code'));
    expect((await factors.get('zoe')).codesLeft).toBe(9);
    await auth.settled();
    expect(told().at(-1)).toEqual({ type: 'credential.recovery-code-used', userId: 'zoe', left: 9 });
  });

  it('are replaced by another that is shown in their place, and ten are left (MFA-05)', async () => {
    await factors.withApp('zoe');
    const [code] = tenCodes();
    const first = await factors.enter('zoe');
    const replacement = 'Z'.repeat(14);
    const given = await factors.give(first.sessionId, code!, { replacement });
    expect(given).toMatchObject({ outcome: 'done', codesLeft: 10, replaced: 0 });
    const second = await factors.enter('zoe');
    expect(await factors.give(second.sessionId, code!)).toEqual(refused('wrong-code'));
    expect(await factors.give(second.sessionId, `0${replacement}`)).toMatchObject({ outcome: 'done' });
    expect(JSON.stringify(await auth.events.read('factors-zoe'))).not.toContain(replacement);
  });

  it('open for one of four who type the same one at once, replaced or not (MFA-05, EVT-08)', async () => {
    await factors.withApp('zoe');
    const four = await Promise.all(Array.from({ length: 4 }, () => factors.enter('zoe')));
    const letters = ['W', 'X', 'Y', 'Z'].map((letter) => letter.repeat(14));
    const given = await Promise.all(
      four.map(({ sessionId }, at) => factors.give(sessionId, tenCodes()[2]!, { replacement: letters[at]! })),
    );
    const winners = given.flatMap(({ outcome }, at) => (outcome === 'done' ? [at] : []));
    expect(winners).toHaveLength(1);
    // What the winner was shown is what opens next time.
    const { sessionId } = await factors.enter('zoe');
    expect(await factors.give(sessionId, `2${letters[winners[0]!]}`)).toMatchObject({ outcome: 'done' });
  });

  it('cost no second hash when they are wrong, whatever would take their place (ASVS 6.5.2)', async () => {
    await factors.withApp('zoe');
    const { sessionId } = await factors.enter('zoe');
    auth.hasher.hashes = 0;
    const given = await factors.give(sessionId, '0BBBB-BBBBB-BBBBB', { replacement: 'Z'.repeat(14) });
    expect([given, auth.hasher.hashes]).toEqual([refused('wrong-code'), 0]);
  });

  it('are void once others were issued (MFA-05)', async () => {
    const { sessionId } = await factors.withApp('zoe');
    expect(await factors.issueCodes(sessionId, 'B')).toMatchObject({ outcome: 'done' });
    const asked = await factors.enter('zoe');
    expect(await factors.give(asked.sessionId, tenCodes('A')[1]!)).toEqual(refused('wrong-code'));
    expect(await factors.give(asked.sessionId, tenCodes('B')[1]!)).toMatchObject({ outcome: 'done' });
  });

  it('are hashed slowly, one hash for each guess (ASVS 6.5.2)', async () => {
    auth.hasher.hashes = 0;
    await factors.withApp('zoe');
    expect(auth.hasher.hashes).toBe(10);
    const { sessionId } = await factors.enter('zoe');
    auth.hasher.verifications = 0;
    await factors.give(sessionId, tenCodes('C')[5]!);
    expect(auth.hasher.verifications).toBe(1);
  });

  it('come with a factor only', async () => {
    const { sessionId } = await factors.enter('zoe');
    expect(await factors.issueCodes(sessionId, 'B')).toEqual(refused('no-factor'));
  });
});

describe('a manager', () => {
  beforeEach(() => auth.member('max', goodKey(), 'manager'));

  it('has seven days from the first full sign-in, and then can only set a factor up (MFA-01)', async () => {
    const first = await factors.enter('max');
    const enrolBy = '2026-11-29T08:00:00.000Z';
    expect(first).toMatchObject({ level: 'full', enrolBy });
    expect(await auth.verify(first.sessionId)).toMatchObject({ session: { enrolBy } });
    auth.clock.advance({ days: 6, hours: 23 });
    expect(await factors.enter('max')).toMatchObject({ level: 'full', enrolBy });
    expect(await factors.types('max')).toEqual(['FactorGraceBegan']);
    auth.clock.advance({ hours: 1 });
    const late = await factors.enter('max');
    expect(late.level).toBe('enrol-factor');
    expect(await auth.change(late.sessionId, goodKey(), goodKey(2))).toEqual(refused('no-session'));
    auth.clock.advance({ minutes: 6 });
    expect((await factors.start(late.sessionId)).answer).toEqual(refused('key-needed'));
    expect(await auth.confirm('max', late.sessionId, goodKey())).toMatchObject({ outcome: 'done' });
    const { secret } = await factors.start(late.sessionId);
    const done = await factors.confirm(late.sessionId, factors.codeAt(secret));
    expect(done).toMatchObject({ outcome: 'done', session: { level: 'full' } });
    expect(done).not.toHaveProperty('session.enrolBy');
  });

  it('keeps the last factor (MFA-01)', async () => {
    const { sessionId } = await factors.withApp('max');
    expect(await factors.remove(sessionId, 'totp')).toEqual(refused('factor-compulsory'));
    expect(await lives(sessionId)).toBe(true);
  });

  it('resets the factors of somebody of the school, whose sessions end (MFA-06)', async () => {
    await auth.member('zoe', goodKey(), 'instructor');
    const theirs = await factors.withApp('zoe');
    const max = await factors.enter('max');
    expect(await factors.reset(max, 'zoe')).toMatchObject({ outcome: 'done' });
    expect(await lives(theirs.sessionId)).toBe(false);
    expect((await factors.enter('zoe')).level).toBe('full');
    expect(await factors.reset(max, 'zoe')).toEqual(refused('no-factor'));
    await auth.settled();
    expect(told().at(-1)).toEqual({ type: 'credential.factors-reset', userId: 'zoe' });
    expect(await auth.events.read('factors-zoe')).toHaveLength(4);
  });

  it('resets nobody else’s, nor does anybody else (REF-05)', async () => {
    await auth.member('zoe', goodKey(), 'instructor');
    await factors.withApp('zoe');
    await auth.member('ana', goodKey(), 'manager');
    await factors.withApp('ana');
    const [max, zoe] = [await factors.enter('max'), await factors.enter('zoe')];
    expect(await factors.reset(max, 'ana')).toEqual(refused('not-allowed'));
    expect(await factors.reset(max, 'nobody')).toEqual(refused('unknown-user'));
    expect(await factors.reset(zoe, 'zoe')).toEqual(refused('not-allowed'));
    expect(await factors.reset({ userId: 'max', sessionId: zoe.sessionId }, 'zoe')).toEqual(
      refused('not-allowed'),
    );
  });
});

describe('the key asked again together with the factor (REF-01)', () => {
  const confirm = (sessionId: string, key = goodKey()) =>
    auth.confirm('max', sessionId, key, { withFactor: true });
  beforeEach(() => auth.member('max', goodKey(), 'manager'));

  it('is enough by itself where there is no factor', async () => {
    const { sessionId } = await factors.enter('max');
    expect(await confirm(sessionId)).toMatchObject({ outcome: 'done' });
  });

  it('wants the factor given in this session in the last five minutes, before the key is looked at', async () => {
    const { sessionId, secret } = await factors.withApp('max');
    expect(await confirm(sessionId)).toMatchObject({ outcome: 'done' });
    auth.clock.advance({ minutes: 5 });
    auth.hasher.verifications = 0;
    expect(await confirm(sessionId)).toEqual(refused('factor-needed'));
    expect(auth.hasher.verifications).toBe(0);
    const given = await factors.give(sessionId, factors.codeAt(secret));
    if (given.outcome === 'refused') throw new Error(given.reason);
    expect(await confirm(given.session.sessionId)).toMatchObject({ outcome: 'done' });
    expect(await confirm(given.session.sessionId, goodKey(2))).toMatchObject({ reason: 'wrong-key' });
  });
});

describe('an operator', () => {
  it('can only set a factor up from the first full sign-in on, and works with both given (TEL-04)', async () => {
    await auth.member('nadia', goodKey(), 'support');
    const first = await factors.enter('nadia');
    expect(first.level).toBe('enrol-factor');
    expect(first).not.toHaveProperty('enrolBy');
    const { secret } = await factors.start(first.sessionId);
    const done = await factors.confirm(first.sessionId, factors.codeAt(secret));
    expect(done).toMatchObject({ outcome: 'done', session: { level: 'full' } });
    expect((await factors.enter('nadia')).level).toBe('second-factor');
    expect(await factors.types('nadia')).not.toContain('FactorGraceBegan');
  });
});

describe('a factor that is removed', () => {
  it('is asked for no more, its data keys are gone, and every other session is over (EVT-03, SES-10)', async () => {
    await auth.member('zoe', goodKey(), 'instructor');
    const { sessionId, secret } = await factors.withApp('zoe');
    const before = (await auth.events.readAll(-1, 1000)).map(({ stream }) => stream);
    expect(before.filter((stream) => /^data-key-(factor|recovery-codes)-/.test(stream))).toHaveLength(2);
    const done = await factors.remove(sessionId, 'totp');
    expect(done).toMatchObject({ outcome: 'done', session: { level: 'full' } });
    expect(await lives(sessionId)).toBe(false);
    await auth.settled();
    const streams = (await auth.events.readAll(-1, 1000)).map(({ stream }) => stream);
    expect(streams.filter((stream) => /^data-key-(factor|recovery-codes)-/.test(stream))).toEqual([]);
    const entered = await factors.enter('zoe');
    expect(entered.level).toBe('full');
    expect(await factors.give(entered.sessionId, factors.codeAt(secret, 60))).toEqual(refused('no-factor'));
    expect(told().at(-1)).toEqual({
      type: 'credential.factor-removed',
      userId: 'zoe',
      kind: 'totp',
      left: 0,
    });
  });
});

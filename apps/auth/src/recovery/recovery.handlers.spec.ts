import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { factorsOf } from '../testing/factors-under-test.js';
import { authUnderTest, goodKey, newSessionId, type AuthUnderTest } from '../testing/auth-under-test.js';

const CODE = '40718326';
const PROOF = '3MXQ-9RTA-70KD-B2WH';
const wrongCode = { outcome: 'refused', reason: 'wrong-code' };

describe('coming back with a code of support', () => {
  let auth: AuthUnderTest;
  beforeEach(async () => {
    auth = await authUnderTest();
    await auth.member('zoe');
  });
  afterEach(() => auth.stop());

  const told = (type: string) => auth.heard.filter(({ body }) => body.type === type);
  const opened = async (answer: Promise<Awaited<ReturnType<AuthUnderTest['redeem']>>>) => {
    const reply = await answer;
    if (reply.outcome === 'refused') throw new Error(reply.reason);
    return reply.session;
  };

  it('opens the page where a key is chosen, and every other session ends with that key (TEL-05, TEL-09)', async () => {
    const other = await auth.signIn('zoe', goodKey());
    await auth.holdCode('zoe', CODE);
    const session = await opened(auth.redeem(' Zoe ', '4071 8326'));
    expect(session).toMatchObject({ userId: 'zoe', level: 'choose-key' });
    expect(await auth.choose(session.sessionId, goodKey(2))).toMatchObject({ outcome: 'done' });
    const before = (other as { session: { sessionId: string } }).session.sessionId;
    expect(await auth.verify(before)).toMatchObject({ reason: 'no-session' });
    expect(await auth.signIn('zoe', goodKey(2))).toMatchObject({ outcome: 'done' });
  });

  describe('when the case says that the second factors are lost too (TEL-11)', () => {
    const enrolled = async () => {
      const factors = factorsOf(auth);
      const { secret } = await factors.withApp('zoe');
      return { factors, secret };
    };

    it('removes them with the old key, in the name of the case, and the next sign-in can only set one up', async () => {
      const { factors } = await enrolled();
      await auth.holdCode('zoe', CODE, { factorsLost: true });
      const session = await opened(auth.redeem('zoe', CODE));
      // The code alone removes nothing: a key has to be chosen with it.
      expect((await factors.get('zoe')).totp).not.toBeNull();
      expect((await factors.enter('zoe')).level).toBe('second-factor');
      expect(await auth.choose(session.sessionId, goodKey(2))).toMatchObject({ outcome: 'done' });
      const { level, ...rest } = await factors.enter('zoe', goodKey(2));
      expect([level, 'enrolBy' in rest]).toEqual(['enrol-factor', false]);
      expect(await factors.get('zoe')).toMatchObject({ totp: null, resetByCase: { caseId: 'case-1' } });
      const reset = (await auth.events.read('factors-zoe')).at(-1);
      expect(reset).toMatchObject({
        type: 'FactorsResetByCase',
        metadata: { actor: 'support-case-case-1', channel: 'support' },
      });
      await auth.settled();
      expect(told('credential.factors-reset').map(({ body }) => body)).toEqual([
        { type: 'credential.factors-reset', userId: 'zoe', caseId: 'case-1' },
      ]);
    });

    it('leaves them when the key is refused, or the case is stopped before it is chosen', async () => {
      const { factors } = await enrolled();
      await auth.holdCode('zoe', CODE, { factorsLost: true });
      const session = await opened(auth.redeem('zoe', CODE));
      expect(await auth.choose(session.sessionId, goodKey())).toMatchObject({ reason: 'key-is-current' });
      expect((await factors.get('zoe')).totp).not.toBeNull();
      await auth.cancelCode('zoe');
      expect(await auth.choose(session.sessionId, goodKey(2))).toMatchObject({ reason: 'no-session' });
      expect((await factors.get('zoe')).totp).not.toBeNull();
    });

    it('leaves them in every other case, and in a session that a provisional key opened', async () => {
      const { factors } = await enrolled();
      await auth.holdCode('zoe', CODE);
      const session = await opened(auth.redeem('zoe', CODE));
      expect(await auth.choose(session.sessionId, goodKey(2))).toMatchObject({ outcome: 'done' });
      expect((await factors.enter('zoe', goodKey(2))).level).toBe('second-factor');
      expect((await factors.get('zoe')).totp).not.toBeNull();
    });
  });

  it('tells which case a code, a wrong one and a right one belong to', async () => {
    const codeId = await auth.holdCode('zoe', CODE);
    await auth.redeem('zoe', '00000000');
    await auth.redeem('zoe', CODE);
    await auth.settled();
    const about = { userId: 'zoe', caseId: 'case-1' };
    const types = auth.heard.map(({ body }) => body).filter(({ type }) => type.includes('recovery-code'));
    expect(types).toEqual([
      { type: 'credential.recovery-code-held', ...about, codeId, byMail: false },
      { type: 'credential.recovery-code-rejected', ...about },
      { type: 'credential.recovery-code-redeemed', ...about },
    ]);
  });

  it('takes a code once, of two at the same moment too (EVT-08)', async () => {
    await auth.holdCode('zoe', CODE);
    const answers = await Promise.all([1, 2, 3].map(() => auth.redeem('zoe', CODE)));
    expect(answers.filter(({ outcome }) => outcome === 'done')).toHaveLength(1);
    expect(await auth.redeem('zoe', CODE)).toEqual(wrongCode);
  });

  it('takes no expired one (TEL-05, TST-32)', async () => {
    await auth.holdCode('zoe', CODE);
    auth.clock.advance({ minutes: 10 });
    expect(await auth.redeem('zoe', CODE)).toEqual(wrongCode);
  });

  it('takes it for its own manager only: the wrong school has another identifier (TST-32)', async () => {
    await auth.member('max');
    await auth.holdCode('zoe', CODE);
    expect(await auth.redeem('max', CODE)).toEqual(wrongCode);
    expect(await auth.redeem('zoe', CODE)).toMatchObject({ outcome: 'done' });
  });

  it('is over after five wrong codes, wherever they come from, for the right one and the next one too (TEL-10, TST-32, TST-33)', async () => {
    await auth.holdCode('zoe', CODE);
    for (let i = 0; i < 5; i += 1) {
      const network = `198.51.${i}.0/24`;
      expect(await auth.redeem('zoe', `0000000${i}`, { network })).toEqual(wrongCode);
    }
    expect(await auth.redeem('zoe', CODE)).toEqual(wrongCode);
    await auth.holdCode('zoe', CODE);
    expect(await auth.redeem('zoe', CODE, { network: '203.0.113.0/24' })).toEqual(wrongCode);
    await auth.settled();
    expect(told('credential.recovery-code-rejected')).toHaveLength(5);
  });

  it('compares five of 50 parallel guesses, and none after them (LOG-06, TEL-10)', async () => {
    await auth.holdCode('zoe', CODE);
    const guesses = Array.from({ length: 50 }, (_, i) => ({
      code: String(i).padStart(8, '0'),
      network: `198.51.${i}.0/24`,
    }));
    await Promise.all(guesses.map(({ code, network }) => auth.redeem('zoe', code, { network })));
    expect(await auth.redeem('zoe', CODE)).toEqual(wrongCode);
    await auth.settled();
    expect(told('credential.recovery-code-rejected')).toHaveLength(5);
  });

  it('answers an identifier nobody has the same, for two verifications as well, and lets it wait the same (LOG-02, LOG-04)', async () => {
    await auth.member('max');
    await auth.holdCode('zoe', CODE);
    for (const identifier of ['zoe', 'max', 'nobody']) {
      for (let i = 0; i < 5; i += 1) {
        const before = auth.hasher.verifications;
        expect(await auth.redeem(identifier, '00000000')).toEqual(wrongCode);
        expect(auth.hasher.verifications - before).toBe(2);
      }
      expect(await auth.redeem(identifier, '00000000')).toEqual({
        outcome: 'refused',
        reason: 'too-many-attempts',
        retryAfter: 600,
      });
    }
  });

  it('needs what was mailed as well, where it was (TEL-06)', async () => {
    const codeId = await auth.holdCode('zoe', CODE, { byMail: true });
    expect(await auth.redeem('zoe', CODE)).toEqual(wrongCode);
    expect(await auth.redeem('zoe', CODE, { proof: PROOF })).toEqual(wrongCode);
    expect(await auth.holdProof('zoe', codeId, PROOF)).toMatchObject({ outcome: 'done' });
    expect(await auth.redeem('zoe', CODE, { proof: 'AAAA-BBBB-CCCC-DDDD' })).toEqual(wrongCode);
    expect(await auth.redeem('zoe', '00000000', { proof: PROOF })).toEqual(wrongCode);
    expect(await auth.redeem('zoe', CODE, { proof: PROOF.toLowerCase() })).toMatchObject({ outcome: 'done' });
  });

  it('holds a second proof only for the code that asked for one', async () => {
    const codeId = await auth.holdCode('zoe', CODE);
    expect(await auth.holdProof('zoe', codeId, PROOF)).toMatchObject({ reason: 'not-wanted' });
    expect(await auth.holdProof('zoe', 'another', PROOF)).toMatchObject({ reason: 'not-wanted' });
  });

  it('cannot sign in with what was mailed for it', async () => {
    const codeId = await auth.holdCode('zoe', CODE, { byMail: true });
    await auth.holdProof('zoe', codeId, PROOF);
    expect(await auth.signIn('zoe', PROOF)).toMatchObject({ reason: 'wrong-pair' });
    expect(await auth.signIn('zoe', CODE)).toMatchObject({ reason: 'wrong-pair' });
  });

  it('is over with its case: a code opens nothing, a session it opened ends (TEL-07, TST-32)', async () => {
    await auth.holdCode('zoe', CODE);
    await auth.cancelCode('zoe');
    expect(await auth.redeem('zoe', CODE)).toEqual(wrongCode);
    await auth.holdCode('zoe', CODE, { caseId: 'case-2' });
    const { sessionId } = await opened(auth.redeem('zoe', CODE));
    await auth.cancelCode('zoe', 'case-2');
    expect(await auth.verify(sessionId)).toMatchObject({ reason: 'no-session' });
    expect(await auth.choose(sessionId, goodKey(2))).toMatchObject({ reason: 'no-session' });
  });

  it('opens nothing for who was deactivated meanwhile', async () => {
    await auth.holdCode('zoe', CODE);
    await auth.tell('user.deactivated', 'zoe');
    expect(await auth.redeem('zoe', CODE)).toEqual(wrongCode);
  });

  it('works while guesses at the key make the account wait (LOG-07)', async () => {
    for (let i = 0; i < 6; i += 1) await auth.signIn('zoe', 'faux');
    await auth.holdCode('zoe', CODE);
    expect(await auth.redeem('zoe', CODE)).toMatchObject({ outcome: 'done' });
  });

  it('answers a repeated command as before', async () => {
    await auth.holdCode('zoe', CODE);
    const sessionId = newSessionId();
    const first = await auth.redeem('zoe', CODE, { sessionId });
    expect(await auth.redeem('zoe', CODE, { sessionId })).toMatchObject({
      outcome: 'done',
      session: (first as { session: object }).session,
    });
  });

  it('keeps no code in clear and, once it is spent, no hash that can be read (EVT-01, EVT-03)', async () => {
    const codeId = await auth.holdCode('zoe', CODE);
    await auth.redeem('zoe', CODE);
    await auth.settled();
    expect(JSON.stringify(await auth.events.readAll(-1, 1000))).not.toContain(CODE);
    expect(await auth.events.read(`data-key-case-code-${codeId}`)).toEqual([]);
  });
});

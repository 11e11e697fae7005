import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AggregateStore } from '#aggregate-store';
import { ForgetCredential } from '#contracts';
import { DataKeys } from '#vault';
import { erasedFactorKeys } from '../../factors/erased-factor-keys.js';
import type { FactorsEvent } from '../../factors/factors.events.js';
import { factors as factorsAggregate } from '../../factors/factors.js';
import { authUnderTest, goodKey, type AuthUnderTest } from '../../testing/auth-under-test.js';
import { factorsOf } from '../../testing/factors-under-test.js';
import { SoftwarePasskey } from '../../testing/software-passkey.js';
import { tellOfUser } from '../../testing/stand-in-users.js';

describe('the credential of an erased user', () => {
  let auth: AuthUnderTest;
  beforeEach(async () => (auth = await authUnderTest()));
  afterEach(() => auth.stop());

  const dataKeys = async () =>
    (await auth.events.readAll(-1, 10_000))
      .map(({ stream }) => stream)
      .filter((stream) => stream.startsWith('data-key-'));

  const hearOfErasure = async (userId: string) => {
    await tellOfUser(auth.events, { type: 'user.erased', userId, schoolId: 's1' }, auth.clock.now());
    await auth.settled();
  };

  it('is forgotten with every data key, and every session ends (GDP-02)', async () => {
    await auth.member('zoe');
    const before = await auth.signIn('zoe', goodKey());
    const { session } = before as Extract<typeof before, { outcome: 'done' }>;
    expect(await dataKeys()).not.toEqual([]);
    await hearOfErasure('zoe');
    expect(await dataKeys()).toEqual([]);
    expect(await auth.verify(session.sessionId)).toMatchObject({ reason: 'no-session' });
    expect(await auth.signIn('zoe', goodKey())).toMatchObject({ reason: 'wrong-pair' });
    expect((await auth.events.read('credential-zoe')).at(-1)?.type).toBe('CredentialErased');
  });

  it('is forgotten with its second factors: app, passkey and recovery codes, those replaced too (GDP-02, MFA-04)', async () => {
    await auth.member('zoe');
    await auth.member('abel', goodKey(2));
    const factors = factorsOf(auth);
    const ofFactors = async () =>
      (await dataKeys()).filter((stream) => /^data-key-(factor|recovery-codes)-/.test(stream)).toSorted();
    const { sessionId: ofAbel } = await factors.enter('abel', goodKey(2));
    await factors.start(ofAbel);
    const before = await ofFactors();
    expect(before).toHaveLength(1);

    const { sessionId } = await factors.withApp('zoe');
    const { challenge } = await factors.challenge(sessionId, 'add');
    const added = await factors.add(sessionId, new SoftwarePasskey().create({ challenge, counter: 0 }));
    expect(added.outcome).toBe('done');
    const history = (await auth.events.read('factors-zoe')) as unknown as FactorsEvent[];
    const [app, passkey, codes] = erasedFactorKeys(history).map((name) => `data-key-${name}`);
    expect([app, passkey, codes].every((stream) => stream !== undefined)).toBe(true);
    expect(await ofFactors()).toEqual([...before, app, passkey, codes].toSorted());

    await hearOfErasure('zoe');
    expect(await ofFactors()).toEqual(before);
    const aggregates = new AggregateStore(auth.events, new DataKeys(auth.events, [Buffer.alloc(32)]));
    const { state } = await aggregates.load(factorsAggregate, 'zoe');
    expect(state.totp).toMatchObject({ secret: null });
    expect(state.passkeys).toMatchObject([{ publicKey: null }]);
  });

  it('is forgotten once, whoever says it how often', async () => {
    await auth.member('zoe');
    await hearOfErasure('zoe');
    const head = await auth.events.head();
    await auth.restart();
    await auth.settled();
    expect(await auth.events.head()).toBe(head);
  });

  it('leaves the identifier to somebody else, who signs in with a key of their own', async () => {
    await auth.member('zoe');
    await hearOfErasure('zoe');
    await auth.register('new', 'zoe');
    expect(await auth.signIn('zoe', goodKey())).toMatchObject({ reason: 'wrong-pair' });
    expect(auth.requests('new')).toHaveLength(1);
  });

  it('is forgotten for nobody but the command line', async () => {
    await auth.member('zoe');
    const asked = { commandId: randomUUID(), userId: 'zoe' };
    const actor = { kind: 'user', userId: 'zoe', sessionId: 'a'.repeat(64) } as const;
    expect(await auth.bus.ask(ForgetCredential, { ...asked, actor })).toMatchObject({
      reason: 'not-allowed',
    });
  });
});

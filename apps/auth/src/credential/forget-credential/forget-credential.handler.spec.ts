import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ForgetCredential } from '#contracts';
import { authUnderTest, goodKey, type AuthUnderTest } from '../../testing/auth-under-test.js';
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

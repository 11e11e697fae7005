import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ImportKey, type PayloadOf } from '#contracts';
import { Sealer } from '#sealing';
import { authUnderTest, goodKey, type AuthUnderTest } from '../../testing/auth-under-test.js';

const sha1 = 'sha1$seasalt$cff36ea83f5706ce9aa7454e63e431fc726b2dc8';

describe('importing a key', () => {
  let auth: AuthUnderTest;
  beforeEach(async () => (auth = await authUnderTest()));
  afterEach(() => auth.stop());
  const types = async () => (await auth.events.read('credential-zoe')).map(({ type }) => type);

  const bring = async (hash: string, more: Partial<PayloadOf<typeof ImportKey>> = {}) => {
    const commandId = more.commandId ?? randomUUID();
    const sealer = new Sealer(auth.secrets.sealing.publicJwk);
    return auth.bus.ask(ImportKey, {
      commandId,
      actor: { kind: 'command-line' },
      userId: 'zoe',
      schoolId: 's1',
      role: 'manager',
      locale: 'fr',
      identifier: 'zoe',
      sealedHash: await sealer.seal({ hash, binding: commandId }),
      ...more,
    });
  };

  it('lets the user in with the key they had, and rehashes it at that very moment (KEY-10)', async () => {
    expect(await bring(sha1)).toMatchObject({ outcome: 'done' });
    await auth.settled();
    expect(await auth.signIn('zoe', 'letmein')).toMatchObject({ reason: 'wrong-pair' });
    expect(await auth.signIn('Zoe', 'lètmein')).toMatchObject({ session: { level: 'full' } });
    expect(await types()).toEqual(['CredentialOpened', 'KeyImported', 'KeyRehashed']);
    expect(await auth.signIn('zoe', 'lètmein')).toMatchObject({ session: { level: 'full' } });
    expect(await types()).toHaveLength(3);
  });

  it.each([
    ['a foreign hash', async () => sha1],
    ['one as strong as ours', () => auth.hasher.hash('lètmein')],
  ])(
    'tells nothing of the first sign-in with %s, and of a new browser afterwards (LOG-09)',
    async (_, hash) => {
      await bring(await hash());
      await auth.settled();
      await auth.signIn('zoe', 'lètmein');
      expect(await types()).toEqual(['CredentialOpened', 'KeyImported', 'KeyRehashed']);
      await auth.signIn('zoe', 'lètmein');
      await auth.settled();
      const opened = auth.heard.flatMap(({ body }) => (body.type === 'session.opened' ? [body.unusual] : []));
      expect(opened).toEqual([undefined, { newBrowser: true, failures: 0, browser: 'Firefox, Linux' }]);
    },
  );

  it('leaves the foreign hash nowhere in the log, and destroys it once it is superseded (EVT-03)', async () => {
    await bring('$2b$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW');
    expect(JSON.stringify(await auth.events.readAll(-1, 1000))).not.toContain('$2b$');
    await auth.settled();
    expect(await auth.signIn('zoe', 'U*U')).toMatchObject({ outcome: 'done' });
    await auth.settled();
    const ofKey = (await auth.events.read('data-key-generation-zoe-1')).map(({ data }) => data);
    expect(JSON.stringify(ofKey)).not.toContain('wrapped"');
  });

  it('mails nothing, also when auth hears of the user afterwards', async () => {
    await bring(sha1);
    await auth.register('zoe');
    expect(auth.requests('zoe')).toEqual([]);
    expect(auth.heard.map(({ body }) => body.type)).toEqual(['credential.opened', 'credential.key-imported']);
  });

  it('never displaces a key that was chosen here', async () => {
    await auth.member('zoe');
    expect(await bring(sha1)).toMatchObject({ outcome: 'refused', reason: 'has-key' });
    expect(await auth.signIn('zoe', goodKey())).toMatchObject({ outcome: 'done' });
  });

  it('records nothing when it is repeated, and answers the same', async () => {
    const commandId = randomUUID();
    const first = await bring(sha1, { commandId });
    expect(await bring(sha1, { commandId })).toEqual(first);
    expect(await types()).toEqual(['CredentialOpened', 'KeyImported']);
  });

  it.each([
    ['a user', { actor: { kind: 'user', userId: 'u1', sessionId: 'a'.repeat(64) } as const }, 'not-allowed'],
    ['who knows no sealed hash', { sealedHash: 'not a jwe' }, 'hash-not-valid'],
  ])('is refused to %s', async (_who, wrong, reason) => {
    expect(await bring(sha1, wrong)).toMatchObject({ outcome: 'refused', reason });
    expect(await types()).toEqual([]);
  });
});

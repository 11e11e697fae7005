import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { tellOfUser } from '../testing/stand-in-users.js';
import { authUnderTest, goodKey, type AuthUnderTest } from '../testing/auth-under-test.js';

describe('the life of a user', () => {
  let auth: AuthUnderTest;
  beforeEach(async () => (auth = await authUnderTest()));
  afterEach(() => auth.stop());
  const types = async () => (await auth.events.read('credential-zoe')).map(({ type }) => type);

  it('begins with a credential and a request for a first provisional key', async () => {
    await auth.register('zoe');
    expect(await types()).toEqual(['CredentialOpened', 'KeyRenewalRequested']);
    expect(auth.heard.map(({ body }) => body.type)).toEqual([
      'credential.opened',
      'credential.key-renewal-requested',
    ]);
  });

  it('shuts the door, with every session, when the user is deactivated, and opens it again (SES-11)', async () => {
    await auth.member('zoe');
    const before = await auth.signIn('zoe', goodKey());
    const { session } = before as Extract<typeof before, { outcome: 'done' }>;
    await auth.tell('user.deactivated', 'zoe');
    expect(await auth.verify(session.sessionId)).toMatchObject({ reason: 'no-session' });
    expect(await auth.signIn('zoe', goodKey())).toMatchObject({ reason: 'wrong-pair' });
    await auth.renew('zoe', 'zoe@exemple.fr');
    expect(auth.requests('zoe')).toHaveLength(1);
    await auth.tell('user.reactivated', 'zoe');
    expect(await auth.verify(session.sessionId)).toMatchObject({ reason: 'no-session' });
    expect(await auth.signIn('zoe', goodKey())).toMatchObject({ outcome: 'done' });
  });

  it('lets a manager ask that a provisional key be sent (FRG-14)', async () => {
    await auth.member('zoe');
    const body = {
      type: 'user.provisional-key-asked',
      userId: 'zoe',
      schoolId: 's1',
      requestId: 'asked-1',
    } as const;
    await tellOfUser(auth.events, body, auth.clock.now());
    await auth.settled();
    expect(auth.heard.at(-1)?.body).toMatchObject({ requestId: 'asked-1', reason: 'asked-by-manager' });
  });

  it('is not lived twice by a replica that hears everything again', async () => {
    await auth.member('zoe');
    await auth.tell('user.deactivated', 'zoe');
    await auth.tell('user.reactivated', 'zoe');
    await auth.renew('zoe', 'zoe@exemple.fr');
    await auth.issue('zoe', auth.requests('zoe').at(-1)!, '3MXQ-9RTA-70KD-B2WH');
    const way = await auth.signIn('zoe', '3MXQ-9RTA-70KD-B2WH');
    await auth.choose((way as Extract<typeof way, { outcome: 'done' }>).session.sessionId, goodKey(2));
    await auth.settled();
    const [head, recorded] = [await auth.events.head(), await types()];
    await auth.restart();
    await auth.settled();
    expect(await types()).toEqual(recorded);
    expect(await auth.events.head()).toBe(head);
    expect(await auth.signIn('zoe', goodKey(2))).toMatchObject({ outcome: 'done' });
  });
});

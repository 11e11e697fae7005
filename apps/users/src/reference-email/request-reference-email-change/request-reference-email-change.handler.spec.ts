import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { GetUser, RequestReferenceEmailChange, type Actor, type PayloadOf } from '#contracts';
import { rightKey, startUsers, type Users } from '../../users.harness.js';

describe('ask for another reference address', () => {
  let users: Users;
  let actor: Actor;
  let userId: string;
  beforeEach(async () => {
    users = await startUsers();
    actor = (await users.school()).manager;
    ({ userId } = await users.add(actor));
  });
  afterEach(() => users.stop());

  const ask = (more: Partial<PayloadOf<typeof RequestReferenceEmailChange>> = {}) =>
    users.send(RequestReferenceEmailChange, {
      actor,
      userId,
      slot: 'first',
      email: 'nouvelle@exemple.fr',
      oldAddressUnusable: false,
      sealedKey: rightKey,
      network: '203.0.113.0/24',
      ...more,
    });
  const refused = (reason: string) => ({ outcome: 'refused', reason });

  it('waits for both addresses, and says so in the list (REF-02)', async () => {
    const reply = await ask({ email: 'Nouvelle@EXEMPLE.fr' });
    if (reply.outcome !== 'done') throw new Error(reply.reason);
    expect(await users.send(GetUser, { actor, userId })).toMatchObject({
      user: {
        email: 'marie@exemple.fr',
        pendingEmail: {
          changeId: reply.changeId,
          email: 'Nouvelle@exemple.fr',
          awaits: ['new-address', 'old-address'],
        },
      },
    });
  });

  it('asks for the key first, and passes on what auth says of it (REF-01)', async () => {
    const head = await users.events.head();
    expect(await ask({ sealedKey: 'another' })).toEqual({ ...refused('wrong-key'), retryAfter: 7 });
    expect(await users.events.head()).toBe(head);
  });

  it('does not even ask for the key where nothing may be changed (REF-05)', async () => {
    const other = await users.school('Auto-école du Pont');
    const head = await users.events.head();
    const wrong = { sealedKey: 'another' };
    expect(await ask({ ...wrong, userId: other.userId })).toEqual(refused('unknown-user'));
    expect(await ask({ ...wrong, userId: randomUUID() })).toEqual(refused('unknown-user'));
    expect(await ask({ ...wrong, actor: users.asActor(userId) })).toEqual(refused('not-allowed'));
    expect(await ask({ ...wrong, actor: users.operator })).toEqual(refused('not-allowed'));
    expect(await ask({ ...wrong, email: 'x@y.fr\r\nBcc: z@y.fr' })).toEqual(refused('email-not-valid'));
    expect(await users.events.head()).toBe(head);
  });

  it('refuses what changes nothing, and the removal of the only address (REF-06)', async () => {
    expect(await ask({ email: 'MARIE@exemple.fr' })).toEqual(refused('email-unchanged'));
    expect(await ask({ email: null })).toEqual(refused('only-address'));
    expect(await ask({ slot: 'second', email: null })).toEqual(refused('email-unchanged'));
  });

  it('keeps one request of several made at once (REF-06)', async () => {
    const emails = ['a@exemple.fr', 'b@exemple.fr', 'c@exemple.fr', 'd@exemple.fr'];
    const replies = await Promise.all(emails.map((email) => ask({ email })));
    expect(replies.map(({ outcome }) => outcome)).toEqual(emails.map(() => 'done'));
    const { user } = (await users.send(GetUser, { actor, userId })) as { user: { pendingEmail: unknown } };
    const last = replies.findLast(
      (reply) => reply.outcome === 'done' && reply.position === Math.max(...positions(replies)),
    );
    expect(user.pendingEmail).toMatchObject({ changeId: (last as { changeId: string }).changeId });
  });

  it('is also the way to change their own', async () => {
    if (actor.kind !== 'user') throw new Error('a user');
    expect((await ask({ userId: actor.userId })).outcome).toBe('done');
  });

  it('answers the same when it is repeated, without asking for the key again', async () => {
    const commandId = randomUUID();
    const first = await ask({ commandId });
    expect(await ask({ commandId, sealedKey: 'gone with its session' })).toEqual(first);
  });
});

const positions = (replies: readonly object[]) =>
  replies.map((reply) => ('position' in reply ? Number(reply.position) : -1));

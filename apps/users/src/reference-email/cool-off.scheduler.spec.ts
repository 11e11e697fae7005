import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { FollowReferenceEmailLink, GetUser, RequestReferenceEmailChange, type Actor } from '#contracts';
import { InMemoryEventStore } from '#event-store';
import { SignedLinks } from '#links';
import { rightKey, startUsers, type Users } from '../users.harness.js';

/** Outlives the service, as a real store does. */
class LastingStore extends InMemoryEventStore {
  override close(): Promise<void> {
    return Promise.resolve();
  }
}

const confirmedUnderCoolOff = async (users: Users) => {
  const { manager: actor } = await users.school();
  const { userId } = await users.add(actor);
  const asked = await users.send(RequestReferenceEmailChange, {
    actor,
    userId,
    slot: 'first',
    email: 'nouvelle@exemple.fr',
    oldAddressUnusable: true,
    sealedKey: rightKey,
    network: '203.0.113.0/24',
  });
  if (asked.outcome !== 'done') throw new Error(asked.reason);
  const link = new SignedLinks(users.secrets.linksKey).sign({
    kind: 'email-confirm-new',
    userId,
    ref: asked.changeId,
    expiresAt: '2027-01-01T00:00:00.000Z',
  });
  await users.send(FollowReferenceEmailLink, { link });
  return { actor, userId };
};

const addressOf = async (users: Users, actor: Actor, userId: string) => {
  const reply = await users.send(GetUser, { actor, userId });
  return reply.outcome === 'done' ? reply.user.email : reply.reason;
};

describe('an elapsed cool-off', () => {
  it('is settled at start, when it fell due while nobody ran', async () => {
    const events = new LastingStore();
    const folder = await mkdtemp(join(tmpdir(), 'trousseau-users-'));
    const readModel = (name: string) => join(folder, `${name}.db`);
    const first = await startUsers({ events, readModel });
    const { actor, userId } = await confirmedUnderCoolOff(first);
    expect(await addressOf(first, actor, userId)).toBe('marie@exemple.fr');
    const { clock, secrets } = first;
    await first.list(actor);
    await first.stop();

    clock.advance({ hours: 71, minutes: 59 });
    const early = await startUsers({ events, readModel, clock, secrets });
    await early.stop();
    expect((await events.read(`user-${userId}`)).at(-1)?.type).toBe('NewAddressConfirmed');

    clock.advance({ minutes: 1 });
    const second = await startUsers({ events, readModel, clock, secrets });
    await second.stop();
    const last = (await events.read(`user-${userId}`)).at(-1);
    expect(last).toMatchObject({
      type: 'ReferenceEmailChanged',
      data: { at: '2026-11-25T08:00:00.000Z' },
      metadata: { channel: 'system' },
    });

    const third = await startUsers({ events, readModel, clock, secrets });
    expect(await addressOf(third, actor, userId)).toBe('nouvelle@exemple.fr');
    await third.stop();
    expect((await events.read(`user-${userId}`)).at(-1)).toEqual(last);
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publishAuth } from '#apps/auth';
import { publishUsers } from '#apps/users';
import { AddUser, type Message } from '#contracts';
import { InMemoryEventStore, declaredRetention } from '#event-store';
import { eventually } from '#event-store/testing';
import { EventStoreFeed, type FollowOptions, InMemoryDeadLetters, MessageFeed } from '#messaging';
import { FakeClock } from '#platform/testing';
import { documentedOperations } from './documented-operations.js';
import { type RunningPortal, startPortal } from './running-portal.js';

/** A feed that keeps from auth, for as long as the spec wants, that somebody was deactivated: on Kafka that can take a while. */
class SlowToTellAuth extends MessageFeed {
  private let!: () => void;
  private readonly told = new Promise<void>((resolve) => (this.let = resolve));

  constructor(private readonly feed: MessageFeed) {
    super();
  }

  follow({ handle, ...options }: FollowOptions) {
    const late = ({ body }: Message) => options.group === 'auth' && body.type === 'user.deactivated';
    return this.feed.follow({
      ...options,
      handle: async (message, checkpoint) => {
        if (late(message)) await this.told;
        await handle(message, checkpoint);
      },
    });
  }

  tell(): void {
    this.let();
  }
}

const clock = new FakeClock();
const events = new InMemoryEventStore({ clock: () => clock.milliseconds(), retention: declaredRetention });
const feed = new SlowToTellAuth(
  new EventStoreFeed(events, [publishAuth, publishUsers], new InMemoryDeadLetters()),
);

let portal: RunningPortal;
let schoolId: string;
/** Made before anybody is deactivated: behind that, auth hears nothing more. */
let managers: Readonly<Record<'anne' | 'yves' | 'lise' | 'marc' | 'jean', Manager>>;
beforeAll(async () => {
  portal = await startPortal({ clock, events, feed });
  ({ schoolId } = await portal.registerSchool('Auto-école du Port', 'gerante'));
  managers = {
    anne: await anotherManager('anne'),
    yves: await anotherManager('yves'),
    lise: await anotherManager('lise'),
    marc: await anotherManager('marc'),
    jean: await anotherManager('jean'),
  };
}, 120_000);
afterAll(async () => {
  feed.tell();
  await portal.stop();
});

const anotherManager = async (identifier: string) => {
  const person = { identifier, name: 'Anne Le Bris', email: `${identifier}@ecole.example` };
  const commandId = randomUUID();
  const actor = { kind: 'command-line' } as const;
  const added = { commandId, actor, schoolId, ...person, role: 'manager', locale: 'fr' } as const;
  const reply = await portal.platform.bus.ask(AddUser, added);
  if (reply.outcome === 'refused') throw new Error(reply.reason);
  const { userId } = reply;
  return { userId, identifier, ...(await portal.firstSignIn(userId, identifier)) };
};

type Manager = Awaited<ReturnType<typeof anotherManager>>;

const closed = documentedOperations().filter(({ open }) => !open);

const refusedBy = async (of: { userId: string; token: string }) => {
  const headers = { authorization: `Bearer ${of.token}` };
  const seen: unknown[] = [];
  for (const { id, method, path, body } of closed) {
    const answer = await portal.send({ method, url: path.replace('{userId}', of.userId), headers, ...body });
    seen.push([id, answer.status, answer.json<{ type: string }>().type]);
  }
  return seen;
};
const allSaySignedOut = closed.map(({ id }) => [id, 401, 'urn:trousseau:problem:no-session']);

const deactivate = async (by: { token: string }, { userId }: { userId: string }) => {
  const headers = { authorization: `Bearer ${by.token}` };
  const url = `/api/v1/users/${userId}/deactivation`;
  expect((await portal.send({ method: 'POST', url, headers })).status).toBe(202);
};

describe('a manager who was deactivated, while auth has yet to hear of it (ASVS 7.4.2, SES-11)', () => {
  it('is signed in nowhere any more: 401 by every call, whoever deactivated them', async () => {
    const { anne, yves } = managers;
    await deactivate(anne, yves);
    expect(await refusedBy(yves)).toEqual(allSaySignedOut);
    await deactivate(anne, anne);
    expect(await refusedBy(anne)).toEqual(allSaySignedOut);
  });

  it('is shown the sign-in page by every page', async () => {
    const { lise } = managers;
    await deactivate(lise, lise);
    const headers = { cookie: `__Host-trousseau=${lise.token}`, 'sec-fetch-site': 'same-origin' };
    for (const url of ['/accueil', '/mon-compte', `/parametres/utilisateurs/${lise.userId}/modifier`]) {
      const answer = await portal.send({ url, headers });
      expect([url, answer.status, answer.text.includes('name="cle"')]).toEqual([url, 200, true]);
    }
  });

  it('cannot sign in again, and is told what anybody is told (LOG-01)', async () => {
    const { marc } = managers;
    await deactivate(marc, marc);
    const json = { identifier: marc.identifier, key: marc.key };
    const again = await portal.send({ method: 'POST', url: '/api/v1/sessions', json });
    expect([again.status, again.json()]).toMatchObject([401, { type: 'urn:trousseau:problem:wrong-pair' }]);
  });

  it('is signed in nowhere afterwards either', async () => {
    const { jean } = managers;
    await deactivate(jean, jean);
    feed.tell();
    await eventually(async () => {
      const types = (await events.read(`credential-${jean.userId}`)).map(({ type }) => type);
      expect(types).toContain('CredentialDisabled');
    });
    expect(await refusedBy(jean)).toEqual(allSaySignedOut);
  });
});

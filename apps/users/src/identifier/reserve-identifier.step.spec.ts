import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AddUser, GetProfile } from '#contracts';
import { InMemoryEventStore, StoreUnavailable } from '#event-store';
import { startUsers, type Users } from '../users.harness.js';

/** A store that goes down just before an event of this type would be recorded. */
class FailingStore extends InMemoryEventStore {
  failsAt: string | null = null;

  override append(...[stream, events, expected]: Parameters<InMemoryEventStore['append']>) {
    if (events.some(({ type }) => type === this.failsAt)) return Promise.reject(new StoreUnavailable('down'));
    return super.append(stream, events, expected);
  }
}

describe('a registration that is cut off', () => {
  let store: FailingStore;
  let users: Users;
  beforeEach(async () => {
    store = new FailingStore();
    users = await startUsers({ events: store });
  });
  afterEach(() => users.stop());

  const marie = {
    identifier: 'marie.dupont',
    name: 'Marie Dupont',
    role: 'manager' as const,
    email: 'marie@exemple.fr',
    locale: 'fr' as const,
  };

  it.each(['UserRegistered', 'ManagerAdmitted'])(
    'before %s is completed by repeating the command',
    async (type) => {
      const { manager } = await users.school();
      const command = { commandId: randomUUID(), actor: manager, ...marie };
      store.failsAt = type;
      await expect(users.send(AddUser, command)).rejects.toThrow('users.add-user');
      store.failsAt = null;
      const reply = await users.send(AddUser, command);
      if (reply.outcome !== 'done') throw new Error(reply.reason);
      expect(await users.send(GetProfile, { userId: reply.userId })).toMatchObject({ outcome: 'done' });
      const types = (await users.events.readAll(-1, 1000)).map((event) => event.type);
      for (const once of ['IdentifierReserved', 'UserRegistered', 'ManagerAdmitted']) {
        // One of each for the manager of the school, one for Marie.
        expect(types.filter((each) => each === once)).toHaveLength(2);
      }
    },
  );

  it('keeps its identifier for ten minutes, and then gives it up for good', async () => {
    const { manager } = await users.school();
    const cutOff = { commandId: randomUUID(), actor: manager, ...marie };
    store.failsAt = 'UserRegistered';
    await expect(users.send(AddUser, cutOff)).rejects.toThrow('users.add-user');
    store.failsAt = null;

    const taken = { outcome: 'refused', reason: 'identifier-taken' };
    expect(await users.send(AddUser, { actor: manager, ...marie })).toEqual(taken);
    users.clock.advance({ minutes: 11 });
    expect((await users.send(AddUser, { actor: manager, ...marie })).outcome).toBe('done');
    // The first command wakes up late: its user can no longer be registered.
    expect(await users.send(AddUser, cutOff)).toEqual(taken);
  });

  it('never loses an identifier that is in use, however old', async () => {
    const { manager } = await users.school();
    await users.send(AddUser, { actor: manager, ...marie });
    users.clock.advance({ days: 400 });
    const reply = await users.send(AddUser, { actor: manager, ...marie });
    expect(reply).toEqual({ outcome: 'refused', reason: 'identifier-taken' });
  });
});

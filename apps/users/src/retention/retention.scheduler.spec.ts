import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DeactivateUser, GetProfile, ReactivateUser, type Actor } from '#contracts';
import { ReadingsJournal, readingsFolder } from '#journals';
import { startUsers, type Users } from '../users.harness.js';
import type { RetentionScheduler } from './retention.scheduler.js';

describe('the daily round of retention', () => {
  let users: Users;
  let manager: Actor;
  let scheduler: RetentionScheduler;
  beforeEach(async () => {
    users = await startUsers();
    scheduler = users.scheduler;
    ({ manager } = await users.school());
  });
  afterEach(() => users.stop());

  const rounds = async () => (await users.events.read('retention-daily')).map(({ data }) => data);
  const departed = async () => {
    const { userId } = await users.add(manager);
    await users.send(DeactivateUser, { actor: manager, userId });
    await users.list(manager);
    return userId;
  };
  const isKnown = async (userId: string) => (await users.send(GetProfile, { userId })).outcome === 'done';
  /** Makes the round, with a list that shows everything. */
  const round = async () => {
    await users.list(manager);
    await scheduler.round();
  };

  it('records itself, once a day (GDP-06)', async () => {
    await round();
    await round();
    expect(await rounds()).toEqual([
      { at: users.clock.now(), removedEvents: 0, erasedUsers: 0, keptDays: 1095, removedReadings: 0 },
    ]);
    users.clock.advance({ days: 1 });
    await round();
    expect(await rounds()).toHaveLength(2);
  });

  it('erases who has been deactivated for three years, nobody sooner and nobody who is active (GDP-01)', async () => {
    const [userId, stays] = [await departed(), (await users.add(manager)).userId];
    users.clock.advance({ days: 1094 });
    await round();
    expect(await isKnown(userId)).toBe(true);
    users.clock.advance({ days: 1 });
    await round();
    expect([await isKnown(userId), await isKnown(stays)]).toEqual([false, true]);
    expect((await rounds()).at(-1)).toMatchObject({ erasedUsers: 1 });
    expect((await users.events.read(`user-${userId}`)).at(-1)?.data).toMatchObject({ reason: 'retention' });
  });

  it('removes what was read at the command line after twelve months, between two rounds too, and says how much (GDP-01, GDP-06)', async () => {
    const readings = new ReadingsJournal(readingsFolder(users.settings.dataFolder));
    const asked = { operator: 'anne', command: 'state', about: 'all', reason: null } as const;
    for (let day = 0; day < 2; day += 1) {
      await readings.append({ at: users.clock.now(), ...asked });
      users.clock.advance({ days: 1 });
    }
    users.clock.advance({ days: 363 });
    await round();
    expect((await rounds()).at(-1)).toMatchObject({ removedReadings: 0 });
    users.clock.advance({ hours: 23 });
    await round();
    expect([readings.readings().length, (await rounds()).length]).toEqual([1, 1]);
    users.clock.advance({ hours: 1 });
    await round();
    expect((await rounds()).at(-1)).toMatchObject({ removedReadings: 1 });
  });

  it('begins to count anew for somebody who came back and left again', async () => {
    const userId = await departed();
    users.clock.advance({ days: 1000 });
    await users.send(ReactivateUser, { actor: manager, userId });
    await users.send(DeactivateUser, { actor: manager, userId });
    users.clock.advance({ days: 200 });
    await round();
    expect(await isKnown(userId)).toBe(true);
  });
});

import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { InMemoryEventStore, type RecordedEvent } from '#event-store';
import { eventually } from '#event-store/testing';
import { ProjectionDatabase } from '#projections';
import { DataKeys } from '#vault';
import { startUsers } from '../users.harness.js';

/** Outlives the service, as a real store does, and keeps its log back while it is told to. */
class LastingStore extends InMemoryEventStore {
  keptBack: Promise<void> | undefined;

  override async readAll(after: number, limit: number): Promise<readonly RecordedEvent[]> {
    await this.keptBack;
    return super.readAll(after, limit);
  }

  override close(): Promise<void> {
    return Promise.resolve();
  }
}

const onDisk = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'trousseau-users-'));
  const events = new LastingStore();
  return { folder, events, readModel: (name: string) => join(folder, `${name}.db`) };
};

describe('the file of the user list', () => {
  it('is filled again from the beginning when its shape is another one', async () => {
    const { events, readModel } = await onDisk();
    const first = await startUsers({ events, readModel });
    const { manager } = await first.school();
    await first.add(manager);
    const { users: before } = await first.list(manager);
    const { secrets } = first;
    await first.stop();

    ProjectionDatabase.open({ file: readModel('user-list'), shape: 'CREATE TABLE other (id TEXT)' }).close();
    const second = await startUsers({ events, readModel, secrets });
    expect((await second.list(manager)).users).toEqual(before);
    await second.stop();
  });

  it('keeps nothing of an erased user, and skips them when it is filled again (GDP-02)', async () => {
    const { events, readModel, folder } = await onDisk();
    const users = await startUsers({ events, readModel });
    const { manager } = await users.school();
    const { userId } = await users.add(manager, { name: 'Zénobie Perdue', email: 'zenobie@exemple.fr' });
    expect((await users.list(manager)).total).toBe(2);
    const [registered] = await events.read(`user-${userId}`);
    const erased = {
      id: randomUUID(),
      type: 'UserErased',
      data: { schoolId: String(registered?.data['schoolId']) },
      metadata: { commandId: randomUUID(), at: users.clock.now(), previous: null },
    };
    await events.append(`user-${userId}`, [erased], 0);
    await new DataKeys(events, users.secrets.masterKeys).destroy(`subject-${userId}`);
    expect((await users.list(manager)).total).toBe(1);
    const { secrets } = users;
    await users.stop();
    const file = (await readFile(join(folder, 'user-list.db'))).toString('latin1');
    expect(file).not.toMatch(/nobie/i);

    const again = await startUsers({ events, secrets });
    expect((await again.list(manager)).total).toBe(1);
    await again.stop();
  });

  it('keeps the process from being ready until it has been filled', async () => {
    const events = new LastingStore();
    const first = await startUsers({ events });
    await first.school();
    const { secrets } = first;
    await first.stop();
    let handOut = () => {};
    events.keptBack = new Promise((handedOut) => (handOut = handedOut));
    const users = await startUsers({ events, secrets });
    expect(await users.readiness.report()).toEqual([{ name: 'user list', reason: 'is being filled' }]);
    handOut();
    await eventually(async () => expect(await users.readiness.report()).toEqual([]));
    await users.stop();
  });

  it('is full once it holds all there was at the start, in a log that never stands still', async () => {
    class BusyStore extends LastingStore {
      override subscribe(options: Parameters<LastingStore['subscribe']>[0]) {
        const following = super.subscribe(options);
        return {
          position: () => following.position(),
          isLive: () => false,
          reached: (at: number, timeout: number) => following.reached(at, timeout),
          stop: () => following.stop(),
        };
      }
    }
    const events = new BusyStore();
    const first = await startUsers({ events });
    await first.school();
    const { secrets } = first;
    await first.stop();
    const users = await startUsers({ events, secrets });
    await eventually(async () => expect(await users.readiness.report()).toEqual([]));
    await users.stop();
  });

  it('is not kept at the command line, which answers commands all the same', async () => {
    const users = await startUsers({ background: false });
    const { manager } = await users.school();
    await expect(users.list(manager)).rejects.toThrow('not-yet');
    await users.stop();
  });
});

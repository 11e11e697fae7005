import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { EventStore } from '#event-store';
import { LeafLog, leavesFile, startNotary } from '#evidence';
import type { Platform } from '#platform';
import { testPlatform } from '#platform/testing';
import { witness } from './witness.js';

const opened: Platform[] = [];
afterEach(() => Promise.all(opened.splice(0).map(({ events }) => events.close())));

const platform = async () => {
  const made = await testPlatform();
  opened.push(made);
  return made;
};

const record = (events: EventStore, stream: string) =>
  events.append(
    stream,
    [{ id: randomUUID(), type: 'RoleChanged', data: { role: 'office' }, metadata: { previous: null } }],
    'none',
  );

const signOnce = async ({ settings, secrets, events, clock }: Platform) => {
  await record(events, 'user-0');
  const options = { store: events, now: () => clock.now() };
  const { notary, stop } = await startNotary(settings.dataFolder, secrets, options);
  await notary.sign();
  await stop();
};

describe('the notary of a process', () => {
  it('keeps a leaf of every event (EVT-12)', async () => {
    const made = await platform();
    const notary = await witness(made);
    await record(made.events, 'user-1');
    await record(made.events, 'user-2');
    const leaves = LeafLog.open(leavesFile(made.settings.dataFolder));
    while (leaves.size < 2) {
      await pause(20);
      leaves.refresh();
    }
    await notary.stop();
    expect([...leaves.leaves()].map(({ category }) => category)).toEqual(['user', 'user']);
    expect(await made.readiness.report()).toEqual([]);
    leaves.close();
  });

  it('makes the process not ready when the log was signed by another key', async () => {
    const made = await platform();
    await signOnce(made);
    const { privateKey } = generateKeyPairSync('ed25519');
    const strange = {
      ...privateKey.export({ format: 'jwk' }),
      kid: made.secrets.notary.publicJwk.kid,
    } as Platform['secrets']['notary']['privateJwk'];
    const { d: _private, ...publicJwk } = strange;
    const secrets = { ...made.secrets, notary: { privateJwk: strange, publicJwk } };
    const notary = await witness({ ...made, secrets });
    const [notReady] = await made.readiness.report();
    expect(notReady).toMatchObject({ name: 'notary', reason: expect.stringContaining('another key') });
    await notary.stop();
  });
});

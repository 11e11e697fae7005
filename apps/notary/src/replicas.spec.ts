import { randomUUID } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { InMemoryEventStore } from '#event-store';
import { leavesFile, LeafLog, noteKeyOf, notarySigner, startNotary, verifyStore } from '#evidence';
import { openSecrets } from '#secrets';

const ROUNDS = 10;
const folder = () => mkdtemp(join(tmpdir(), 'trousseau-notary-'));

describe('two notaries of one log', () => {
  it('sign one after the other, each what continues the last checkpoint (EVT-12)', async () => {
    const store = new InMemoryEventStore();
    const secrets = await openSecrets(await folder());
    const options = { store, now: () => new Date().toISOString() };
    const folders = [await folder(), await folder()] as const;
    const [one, other] = await Promise.all(folders.map((each) => startNotary(each, secrets, options)));
    const record = () =>
      store.append(
        `user-${randomUUID()}`,
        [{ id: randomUUID(), type: 'UserErased', data: {}, metadata: { previous: null } }],
        'none',
      );
    for (let round = 0; round < ROUNDS; round += 1) {
      await record();
      const both = await Promise.all([one!.notary.sign(), other!.notary.sign()]);
      expect(both).toContain(true);
      expect([one!.notary.refusal(), other!.notary.refusal()]).toEqual([null, null]);
    }
    await Promise.all([one!.stop(), other!.stop()]);
    const checkpoints = await store.read('checkpoint');
    // Both sign the same bytes, and they are recorded once.
    expect(checkpoints).toHaveLength(ROUNDS);
    const notes = checkpoints.map(({ data }) => String(data['note']));
    for (const each of folders) {
      const leaves = LeafLog.open(leavesFile(each));
      const { findings } = await verifyStore({
        store,
        leaves,
        key: noteKeyOf(notarySigner(secrets)),
        checkpoints: notes,
        retention: () => undefined,
        now: Date.now(),
      });
      expect(findings).toEqual([]);
      leaves.close();
    }
    await store.close();
  });
});

import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { SqliteEventStore } from '#event-store';
import { LeafLog } from '../leaf-log/leaf-log.js';
import { FolderPublisher } from './folder-publisher.js';
import { Notary } from './notary.js';

/** Appends events for ever and has them signed a few at a time, printing a line after each checkpoint, until it is killed. */
const [folder = '', stream = ''] = process.argv.slice(2);
const store = SqliteEventStore.open({ file: join(folder, 'events.db') });
const notary = new Notary({
  store,
  leaves: LeafLog.open(join(folder, 'leaves.db')),
  publishers: [new FolderPublisher(join(folder, 'outside'))],
  signer: {
    name: 'trousseau.example/log/killed',
    privateKey: createPrivateKey(readFileSync(join(folder, 'key.pem'))),
  },
  now: () => new Date().toISOString(),
  schedule: { events: 3, milliseconds: 1 },
});
await notary.start();

const append = async (writer: string): Promise<never> => {
  for (let number = 0; ; number += 1) {
    const event = { id: `${writer}-${number}`, type: 'SomethingHappened', data: { number }, metadata: {} };
    await store.append(writer, [event], 'any');
  }
};
const sign = async (): Promise<never> => {
  for (; ; await nextTurn()) if (await notary.sign()) process.stdout.write('signed\n');
};

await Promise.all([append(`${stream}-a`), append(`${stream}-b`), sign()]);

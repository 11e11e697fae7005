import { newEvents } from '../testing/new-event.js';
import { SqliteEventStore } from './sqlite-event-store.js';

/** Appends to eight streams at once, three events at a time, and prints "<stream> <revision>" once each is acknowledged. */
const [file = '', rounds = 'Infinity'] = process.argv.slice(2);
const store = SqliteEventStore.open({ file });

const writer = async (stream: string): Promise<void> => {
  for (let round = 0; round < Number(rounds); round += 1) {
    const { revision } = await store.append(stream, newEvents(3), 'any');
    process.stdout.write(`${stream} ${revision}\n`);
  }
};

await Promise.all(Array.from({ length: 8 }, (_, index) => writer(`stream-${index}`)));
await store.close();

import { afterAll } from '@jest/globals';
import { eventStoreContract } from '../testing/index.js';
import { scratchFolder } from '../testing/scratch-folder.js';
import { SqliteEventStore } from './sqlite-event-store.js';

const folder = scratchFolder();
let files = 0;

eventStoreContract('SqliteEventStore', {
  open: (options) => SqliteEventStore.open({ file: folder.file(`${(files += 1)}.db`), ...options }),
});

afterAll(folder.remove);

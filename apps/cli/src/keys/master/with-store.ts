import type { EventStore } from '#event-store';
import { openEventStore } from '#platform';
import { MasterKeyFile } from '#secrets';
import { readSettings } from '#settings';

type Opened = Readonly<{ store: EventStore; file: MasterKeyFile }>;

/** Runs a task on the event store of this installation and the file of its master keys, whether the services run or not. */
export const withStore = async <Result>(task: (opened: Opened) => Promise<Result>): Promise<Result> => {
  const settings = readSettings({ TROUSSEAU_LOG_LEVEL: 'error', ...process.env });
  const store = await openEventStore(settings);
  try {
    return await task({ store, file: new MasterKeyFile(settings.secretsFolder) });
  } finally {
    await store.close();
  }
};

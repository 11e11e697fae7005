import {
  type EventStore,
  EventStoreDbEventStore,
  SqliteEventStore,
  UnusableConnection,
  declaredRetention,
  unsafeConnection,
} from '#event-store';
import { type Settings, SettingsRefused } from '#settings';

const SQLITE = 'sqlite:';

/**
 * The event store the settings name, under the declared retention. Rejects with SettingsRefused for a connection string that
 * cannot be used, or must not be in production (EVT-07).
 */
export const openEventStore = async ({ eventStoreUrl: url, production }: Settings): Promise<EventStore> => {
  if (url.startsWith(SQLITE))
    return SqliteEventStore.open({ file: url.slice(SQLITE.length), retention: declaredRetention });
  try {
    const problems = unsafeConnection(url);
    if (production && problems.length > 0) throw refused(problems);
    return await EventStoreDbEventStore.open({ url, retention: declaredRetention });
  } catch (error) {
    throw error instanceof UnusableConnection ? refused([error.message]) : error;
  }
};

const refused = (problems: readonly string[]): SettingsRefused =>
  new SettingsRefused(problems.map((problem) => `EVENT_STORE_URL: ${problem}`));

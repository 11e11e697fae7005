import { type EventStore, EventStoreDbEventStore, SqliteEventStore, declaredRetention } from '#event-store';
import { type Settings, SettingsRefused, UnusableConnection } from '#settings';

const SQLITE = 'sqlite:';

/**
 * The event store the settings name, under the declared retention. Rejects with SettingsRefused where a file that its connection
 * string names does not hold what it should. `purges`: whether this process takes expired events out of the embedded store.
 */
export const openEventStore = async (
  { eventStoreUrl: url }: Settings,
  { purges = true }: { purges?: boolean } = {},
): Promise<EventStore> => {
  if (url.startsWith(SQLITE))
    return SqliteEventStore.open({ file: url.slice(SQLITE.length), retention: declaredRetention, purges });
  try {
    return await EventStoreDbEventStore.open({ url, retention: declaredRetention });
  } catch (error) {
    if (!(error instanceof UnusableConnection)) throw error;
    throw new SettingsRefused([`EVENT_STORE_URL: ${error.message}`]);
  }
};

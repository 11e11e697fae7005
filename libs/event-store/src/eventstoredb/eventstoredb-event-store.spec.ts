import { afterAll, jest } from '@jest/globals';
import type { EventStore } from '../event-store.js';
import { eventStoreContract } from '../testing/index.js';
import type { OpenOptions } from '../testing/opening.js';
import { EventStoreDbEventStore } from './eventstoredb-event-store.js';
import { PATIENT } from './testing/on-a-server.js';
import { protocolServers } from './testing/protocol-servers.js';

const servers = protocolServers();

/** A server of its own for each spec: its clock is the spec's. */
async function open({ clock, retention }: OpenOptions): Promise<EventStore> {
  const server = await servers.start(clock && { clock });
  return EventStoreDbEventStore.open({
    url: `${server.url}&defaultDeadline=${PATIENT}`,
    ...(clock && { clock }),
    ...(retention && { retention }),
  });
}

jest.setTimeout(PATIENT);
eventStoreContract('EventStoreDbEventStore on the protocol server', { open });
afterAll(servers.stop);

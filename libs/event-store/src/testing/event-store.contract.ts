import { afterEach, describe } from '@jest/globals';
import type { EventStore } from '../event-store.js';
import { appendContract } from './append.contract.js';
import { deleteContract } from './delete.contract.js';
import { idempotencyContract } from './idempotency.contract.js';
import type { Open, OpenOptions } from './opening.js';
import { readContract } from './read.contract.js';
import { retentionContract } from './retention.contract.js';
import { subscriptionContract } from './subscription.contract.js';

export type EventStoreAdapter = Readonly<{
  /** A new and empty store. */
  open(options: OpenOptions): Promise<EventStore> | EventStore;
  /** False for an adapter that leaves retention to its server. */
  retention?: boolean;
}>;

/** What every event store promises, whatever it is made of. Run it from the adapter's own spec. */
export function eventStoreContract(name: string, adapter: EventStoreAdapter): void {
  describe(`${name} as an event store (TST-22)`, () => {
    const opened: EventStore[] = [];
    const open: Open = async (options = {}) => {
      const store = await adapter.open(options);
      opened.push(store);
      return store;
    };
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((store) => store.close()));
    });

    appendContract(open);
    idempotencyContract(open);
    readContract(open);
    subscriptionContract(open);
    if (adapter.retention ?? true) retentionContract(open);
    deleteContract(open);
  });
}

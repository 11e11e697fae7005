import { describe } from '@jest/globals';
import { eventStoreContract } from '../../testing/index.js';
import { EventStoreDbEventStore } from '../eventstoredb-event-store.js';
import { Apart } from './apart.js';

/** Long enough for a machine that does much else. */
export const PATIENT = 120_000;

/**
 * The contract on a server that others may use too. Its clock is its own, so what needs one that can be moved is left out.
 * With a reason to `skip`, every test is listed as skipped, under that reason.
 */
export function contractOn(server: string, url: () => string, skip?: string): void {
  const run = skip === undefined ? describe : describe.skip;
  run(skip === undefined ? server : `${server} (skipped: ${skip})`, () => {
    eventStoreContract('EventStoreDbEventStore', {
      open: async () => Apart.of(await EventStoreDbEventStore.open({ url: url() })),
      retention: false,
    });
  });
}

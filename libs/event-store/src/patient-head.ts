import type { EventStore } from './event-store.js';
import { StoreUnavailable } from './errors.js';
import { pause } from './subscription/pause.js';

/** The head of the log, as soon as the store can tell it: a service may be there before its store. Rejects when the signal comes first. */
export const patientHead = async (store: EventStore, signal: AbortSignal): Promise<number> => {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await store.head();
    } catch (error) {
      if (!(error instanceof StoreUnavailable) || signal.aborted) throw error;
      await pause(Math.min(attempt, 6), signal);
    }
  }
};

import { setTimeout as pause } from 'node:timers/promises';
import { StoreUnavailable } from '#event-store';

const PAUSES_MS = [100, 500, 2000, 5000];

/** Does something that may be repeated, again while the store is away, for some eight seconds; then rejects as it did. */
export const patiently = async (act: () => Promise<void>): Promise<void> => {
  for (const milliseconds of PAUSES_MS) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      await pause(milliseconds);
    }
  }
  return act();
};

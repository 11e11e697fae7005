import { StoreUnavailable } from '../errors.js';

/** Whatever the database says, a caller hears one thing: the store cannot answer now. The reason stays as the cause. */
export function unavailable(error: unknown): StoreUnavailable {
  return error instanceof StoreUnavailable
    ? error
    : new StoreUnavailable('the event store cannot answer', { cause: error });
}

/** Runs the work; any failure of it is StoreUnavailable. */
export function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw unavailable(error);
  }
}

import { StoreUnavailable } from '../errors.js';

/** The kinds of error of the client this adapter tells apart; every other means that the store cannot answer. */
export type ServerError = 'wrong-expected-version' | 'stream-deleted' | 'stream-not-found' | 'not-leader';

/** Whether this is the client's error of that kind. */
export const isServerError = (error: unknown, kind: ServerError): boolean =>
  error instanceof Error && (error as { type?: unknown }).type === kind;

/** Whatever else the client says: the store cannot answer now. The reason stays as the cause. */
export const unavailable = (error: unknown): StoreUnavailable =>
  error instanceof StoreUnavailable
    ? error
    : new StoreUnavailable('the event store cannot answer', { cause: error });

/** Runs a call again, once, on the leader the client has just been told of. Appends may be repeated: they carry ids. */
export async function onTheLeader<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (isServerError(error, 'not-leader')) return call();
    throw error;
  }
}

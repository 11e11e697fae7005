import { Metadata, type ServerErrorResponse, status } from '@grpc/grpc-js';
import { Tombstoned, WrongVersion } from './log.js';

/** The error answer of a call. Clients tell errors apart by the `exception` among the trailers, not by the status. */
export function failureOf(error: unknown, stream: string): Partial<ServerErrorResponse> {
  if (error instanceof Tombstoned)
    return failure(status.FAILED_PRECONDITION, `stream '${stream}' is deleted`, {
      exception: 'stream-deleted',
      'stream-name': stream,
    });
  if (error instanceof WrongVersion)
    return failure(status.FAILED_PRECONDITION, `stream '${stream}' is at ${error.current}`, {
      exception: 'wrong-expected-version',
      'stream-name': stream,
      'expected-version': '-2',
      ...(error.current >= 0 && { 'actual-version': String(error.current) }),
    });
  if (error instanceof TooLarge)
    return failure(status.INVALID_ARGUMENT, error.message, {
      exception: 'maximum-append-size-exceeded',
      'maximum-append-size': String(LARGEST),
    });
  return failure(status.UNAVAILABLE, error instanceof Error ? error.message : String(error), {});
}

/** Most bytes of one append, as the real server is delivered. */
export const LARGEST = 1_048_576;

export class TooLarge extends Error {
  constructor() {
    super(`an append holds at most ${LARGEST} bytes`);
  }
}

function failure(
  code: status,
  details: string,
  trailers: Record<string, string>,
): Partial<ServerErrorResponse> {
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(trailers)) metadata.set(name, value);
  return { code, details, metadata };
}

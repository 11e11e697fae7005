import type { AllStreamResolvedEvent, Position, ResolvedEvent } from '@eventstore/db-client';

/** A commit position as a number. Throws RangeError beyond 2^53 - 1 bytes of log, or when the server (before 22.6) gives none. */
export function positionNumber(position: Pick<Position, 'commit'> | undefined): number {
  const number = Number(position?.commit ?? Number.NaN);
  if (!Number.isSafeInteger(number))
    throw new RangeError(
      `the event store gives ${String(position?.commit)} as a position; it must be 22.6 or later`,
    );
  return number;
}

/** Where an event that was read stands in the whole log. */
export const positionOf = ({ event, commitPosition }: ResolvedEvent | AllStreamResolvedEvent): number =>
  positionNumber(event?.position ?? (commitPosition === undefined ? undefined : { commit: commitPosition }));

/** The position as the server wants it; events written over gRPC have the same prepare and commit position. */
export const positionAt = (position: number): Position => ({
  commit: BigInt(position),
  prepare: BigInt(position),
});

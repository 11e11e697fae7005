/** A checkpoint on its way outside: the size of its tree and the signed note. */
export type Publication = Readonly<{ size: number; note: string }>;

/**
 * A place outside the store where checkpoints stand, out of reach of whoever can write to the store.
 * Promise: what was published stays; a second note for the same size is refused.
 */
export abstract class CheckpointPublisher {
  /** What sort of place it is, for logs, metrics and readiness. */
  abstract readonly place: 'folder' | 'topic';
  /** Durable when it resolves; publishing the same note again changes nothing. Rejects CheckpointContradicted on another one. */
  abstract publish(publication: Publication): Promise<void>;
  /** The publication with the largest tree, undefined when there is none. */
  abstract latest(): Promise<Publication | undefined>;
  /** Lets go of it; what is being published may end in a rejection. */
  close(): Promise<void> {
    return Promise.resolve();
  }
}

/** Another note stands published for a tree of this size: one of the two logs is not the true one. */
export class CheckpointContradicted extends Error {
  override readonly name = 'CheckpointContradicted';
  constructor(readonly size: number) {
    super(`another checkpoint of ${size} events is published`);
  }
}

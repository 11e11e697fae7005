/** The stream was not at the revision the writer expected: somebody else was first. */
export class WrongExpectedRevision extends Error {
  override readonly name = 'WrongExpectedRevision';
  constructor(
    readonly stream: string,
    readonly expected: number | 'none' | 'any',
    /** Revision of the stream's last event, -1 when it has none. */
    readonly actual: number,
  ) {
    super(`${stream} is at revision ${actual}, not at ${expected}`);
  }
}

/** The stream was deleted; nothing can be appended to it any more. */
export class StreamDeleted extends Error {
  override readonly name = 'StreamDeleted';
  constructor(readonly stream: string) {
    super(`${stream} was deleted`);
  }
}

/** The store cannot answer now (down, locked, disk full). Whether an append took place is not known. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

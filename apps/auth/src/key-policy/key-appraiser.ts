import type { Appraisal } from './judge-key.js';

/** Too many keys wait to be appraised, or one took too long: worth another try in a few seconds. */
export class AppraiserBusy extends Error {
  override readonly name = 'AppraiserBusy';
}

/** Compares a key with lists of common ones and estimates how many guesses it would withstand. */
export abstract class KeyAppraiser {
  /** `words`: what a guesser knows of this user. Rejects with AppraiserBusy. */
  abstract appraise(key: string, words: readonly string[]): Promise<Appraisal>;

  /** Gets ready: a key will be chosen soon. */
  abstract prepare(): void;

  /** Releases what it holds. */
  abstract close(): Promise<void>;
}

import type { Appraisal } from '../judge-key.js';
import { KeyAppraiser } from '../key-appraiser.js';
import { longCommonKeys } from '../long-common-keys.js';

/** Counts different characters: no match for a guesser, and quick enough for specs that are about something else. */
export class RoughKeyAppraiser extends KeyAppraiser {
  private readonly common = longCommonKeys(['motdepasse']);

  appraise(key: string, words: readonly string[]): Promise<Appraisal> {
    const rest = words.reduce((left, word) => left.replaceAll(word, ''), key);
    return Promise.resolve({ common: this.common.has(key.toLowerCase()), bits: 4 * new Set(rest).size });
  }

  prepare(): void {}

  close(): Promise<void> {
    return Promise.resolve();
  }
}

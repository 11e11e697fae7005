// @ts-check
import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** Adds one run's counts to a file that several runs share. @param {string} file @param {Counts} counts */
export const addCounts = (file, counts) => appendFileSync(file, `${JSON.stringify(counts)}\n`);

/** The sum over all runs in a file; a file no run wrote is no runs. @param {string} file @returns {Counts} */
export const sumCounts = (file) =>
  (existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [])
    .filter((line) => line !== '')
    .map((line) => /** @type {Counts} */ (JSON.parse(line)))
    .reduce(
      (sum, { passed, failed, skipped }) => ({
        passed: sum.passed + passed,
        failed: sum.failed + failed,
        skipped: sum.skipped + skipped,
      }),
      { passed: 0, failed: 0, skipped: 0 },
    );

/** The one line that everyone reads. @param {Counts} counts */
export const countsLine = ({ passed, failed, skipped }) =>
  `tests: ${passed} passed, ${failed} failed, ${skipped} skipped`;

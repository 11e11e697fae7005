// @ts-check
import { addCounts } from './counts.js';

/**
 * A Jest reporter that leaves the true counts of a run in a file, by default the one TROUSSEAU_TEST_COUNTS names; without it
 * Jest's own summary is enough. A suite that does not even start counts as one failed test.
 */
export default class CountReporter {
  /** Jest makes reporters with its configuration first; a spec gives the file. @param {unknown} given */
  constructor(given) {
    this.file = typeof given === 'string' ? given : process.env['TROUSSEAU_TEST_COUNTS'];
  }

  /**
   * @param {unknown} _contexts
   * @param {Pick<import('@jest/reporters').AggregatedResult, 'numPassedTests' | 'numFailedTests' | 'numRuntimeErrorTestSuites' | 'numPendingTests' | 'numTodoTests'>} results
   */
  onRunComplete(_contexts, results) {
    if (this.file === undefined) return;
    addCounts(this.file, {
      passed: results.numPassedTests,
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
    });
  }
}

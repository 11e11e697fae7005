import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import CountReporter from './count-reporter.js';
import { addCounts, countsLine, sumCounts } from './counts.js';

const newFile = () => join(mkdtempSync(join(tmpdir(), 'counts-')), 'counts');

describe('the counts of the tests', () => {
  it('are summed over all runs', () => {
    const file = newFile();
    addCounts(file, { passed: 3, failed: 0, skipped: 1 });
    addCounts(file, { passed: 2, failed: 1, skipped: 0 });
    expect(countsLine(sumCounts(file))).toBe('tests: 5 passed, 1 failed, 1 skipped');
  });

  it('are nothing before the first run', () => {
    expect(sumCounts(newFile())).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });

  it('count a suite that does not even start as a failure, and a test for later as skipped', () => {
    const file = newFile();
    new CountReporter(file).onRunComplete(new Set(), {
      numPassedTests: 4,
      numFailedTests: 0,
      numRuntimeErrorTestSuites: 1,
      numPendingTests: 1,
      numTodoTests: 1,
    });
    expect(sumCounts(file)).toEqual({ passed: 4, failed: 1, skipped: 2 });
  });
});

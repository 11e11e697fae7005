import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const tool = fileURLToPath(new URL('./check.js', import.meta.url));
const offenders = fileURLToPath(new URL('./offenders/tsconfig.json', import.meta.url));

describe('the type check', () => {
  const { status, stderr } = spawnSync(process.execPath, [tool, offenders], { encoding: 'utf8' });

  it.each([
    ['environment.ts', "Cannot find name 'process'"],
    ['identity.ts', "Cannot find name 'crypto'"],
    ['timer.ts', "Cannot find name 'setTimeout'"],
    ['output.ts', "Cannot find name 'console'"],
  ])('gives the domain no ambient type: %s', (file, complaint) => {
    expect(stderr).toMatch(new RegExp(`${file}.*${complaint}`));
  });

  it('sees the promises that float, and only these', () => {
    expect(stderr.match(/floating-promise\.ts:\d+/g)).toEqual([
      'floating-promise.ts:4',
      'floating-promise.ts:8',
    ]);
    expect(status).toBe(1);
  });
});

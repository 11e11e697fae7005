import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { operator } from '#contracts';
import { operatorHere } from './operator-here.js';

describe('the operator at this machine', () => {
  const before = { ...process.env };
  afterEach(() => {
    jest.restoreAllMocks();
    for (const name of ['SUDO_USER', 'USER'])
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
  });

  it('is the one behind sudo, then the account, then its number where it has no name', () => {
    process.env['SUDO_USER'] = 'anne';
    process.env['USER'] = 'root';
    expect(operatorHere()).toBe('anne');
    delete process.env['SUDO_USER'];
    expect(operatorHere()).toBe('root');
    delete process.env['USER'];
    // No such number stands in any list of accounts.
    jest.spyOn(process, 'getuid').mockReturnValue(4_123_456_789);
    expect(operatorHere()).toBe('uid-4123456789');
    expect(operator.safeParse(operatorHere()).success).toBe(true);
  });
});

import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { GetUser } from '#contracts';
import { openLog } from '#platform';
import { startUsers, type Users } from '../users.harness.js';

describe('the security log (REF-05, AUD-03)', () => {
  let lines: string[];
  let users: Users;
  beforeEach(async () => {
    lines = [];
    users = await startUsers({ log: openLog('warn', { write: (line) => void lines.push(line) }) });
  });
  afterEach(() => users.stop());

  const failures = () =>
    lines
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter(({ event }) => event === 'authz_fail');

  it('notes who reached for another school, by ids only', async () => {
    const { manager, userId: actor } = await users.school();
    const other = await users.school('Auto-école du Pont', 'paul.pont');
    const reply = await users.send(GetUser, { actor: manager, userId: other.userId });
    expect(reply).toEqual({ outcome: 'refused', reason: 'unknown-user' });
    expect(failures()).toMatchObject([
      { permission: 'foreign-user', actor, target: other.userId, request: 'users.get-user' },
    ]);
    expect(lines.join('')).not.toMatch(/paul|Pont|gisele|exemple/i);
  });

  it('notes who tried what only a manager may', async () => {
    const { manager, userId } = await users.school();
    const office = await users.add(manager, { role: 'office' });
    const reply = await users.send(GetUser, { actor: users.asActor(office.userId), userId });
    expect(reply).toEqual({ outcome: 'refused', reason: 'not-allowed' });
    expect(failures()).toMatchObject([{ permission: 'not-allowed', actor: office.userId }]);
  });

  it('notes nothing for an id that nobody has', async () => {
    const { manager } = await users.school();
    await users.send(GetUser, { actor: manager, userId: randomUUID() });
    expect(failures()).toEqual([]);
  });
});

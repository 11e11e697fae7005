import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { GetKeyContext, GetProfile } from '#contracts';
import { startUsers, type Users } from '../../users.harness.js';

describe('what others may ask of a user', () => {
  let users: Users;
  beforeEach(async () => {
    users = await startUsers();
  });
  afterEach(() => users.stop());

  it('is the words their key must not be built from (KEY-07)', async () => {
    const { userId } = await users.school('Auto-école du Lac', 'gisele.g');
    const reply = await users.send(GetKeyContext, { userId });
    if (reply.outcome !== 'done') throw new Error(reply.reason);
    expect(reply.words).toEqual(expect.arrayContaining(['gisele.g', 'gisele', 'gisèle', 'gérant', 'lac']));
  });

  it('is refused for nobody', async () => {
    const unknown = { outcome: 'refused', reason: 'unknown-user' };
    expect(await users.send(GetKeyContext, { userId: randomUUID() })).toEqual(unknown);
    expect(await users.send(GetProfile, { userId: randomUUID() })).toEqual(unknown);
  });
});

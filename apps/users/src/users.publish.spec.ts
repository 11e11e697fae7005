import { describe, expect, it } from '@jest/globals';
import { publishUsers } from './users.publish.js';
import { startUsers } from './users.harness.js';

describe('what users publishes', () => {
  it('is made from the stored events, under the id of each, without personal data', async () => {
    const users = await startUsers();
    const { manager, userId } = await users.school('Auto-école du Lac', 'gisele');
    await users.add(manager);
    const events = await users.events.readAll(-1, 1000);
    const messages = events.flatMap(publishUsers);
    expect(messages.map(({ body }) => body.type)).toEqual(['user.registered', 'user.registered']);
    const stored = events.find(({ stream }) => stream === `user-${userId}`);
    expect(messages[0]).toMatchObject({
      id: stored?.id,
      position: stored?.position,
      key: userId,
      topic: 'identity.user.v1',
      at: users.clock.now(),
    });
    expect(JSON.stringify(messages)).not.toMatch(/gis[eè]le|marie|exemple/i);
    await users.stop();
  });
});

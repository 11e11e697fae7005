import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AskProvisionalKey, type Actor } from '#contracts';
import { startUsers, type Users } from '../../users.harness.js';

describe('ask for a provisional key (FRG-14)', () => {
  let users: Users;
  let actor: Actor;
  let userId: string;
  beforeEach(async () => {
    users = await startUsers();
    actor = (await users.school()).manager;
    ({ userId } = await users.add(actor));
  });
  afterEach(() => users.stop());

  it('is asked for, once however often the command is repeated', async () => {
    const command = { commandId: randomUUID(), actor, userId };
    const first = await users.send(AskProvisionalKey, command);
    expect(first.outcome).toBe('done');
    expect(await users.send(AskProvisionalKey, command)).toEqual(first);
  });

  it('says how long to wait when it is too soon (FRG-08)', async () => {
    await users.send(AskProvisionalKey, { actor, userId });
    users.clock.advance({ seconds: 15 });
    const reply = await users.send(AskProvisionalKey, { actor, userId });
    expect(reply).toEqual({ outcome: 'refused', reason: 'too-soon', retryAfter: 45 });
  });

  it('lets one of ten who ask at once through (FRG-08, EVT-08)', async () => {
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => users.send(AskProvisionalKey, { actor, userId })),
    );
    expect(replies.filter(({ outcome }) => outcome === 'done')).toHaveLength(1);
  });
});

import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { publishAuth } from '#apps/auth';
import type { CredentialMessage, Message, SessionMessage } from '#contracts';
import type { RecordedEvent } from '#event-store';
import { signInTold } from '../../../apps/users/src/user-list/project-sign-in.js';
import { signInTypes } from '../../../apps/users/src/user-list/last-sign-ins.step.js';
import { ofNoConcern } from '../../../apps/users/src/user-list/user-list-refill.step.js';

const storedIn = (category: string) => new URL(`../../../apps/auth/src/${category}/stored/`, import.meta.url);

const changesOf = async (category: string, type: string) => {
  const event = JSON.parse(
    await readFile(new URL(`${type}.json`, storedIn(category)), 'utf8'),
  ) as RecordedEvent;
  return publishAuth(event)
    .map((message) => signInTold(message as Message<CredentialMessage | SessionMessage>))
    .filter((change) => change !== null);
};

describe('what a rebuild of the user list does not read', () => {
  it.each(ofNoConcern)('changes nothing in it: %s', async (type) => {
    const category = type.startsWith('Session') ? 'session' : 'credential';
    expect(await changesOf(category, type)).toEqual([]);
  });

  it('is what tells of sign-ins, where an index finds the last one; nothing else of sessions tells of any', async () => {
    const types = (await readdir(storedIn('session'))).map((file) => file.replace('.json', ''));
    expect(types).toEqual(expect.arrayContaining(signInTypes));
    for (const type of types)
      if (!signInTypes.includes(type)) expect(await changesOf('session', type)).toEqual([]);
  });

  it('is none of what changes something', async () => {
    expect(await changesOf('session', 'SessionOpened')).toHaveLength(1);
    expect(ofNoConcern).not.toContain('SessionOpened');
  });
});

import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { publishAuth } from '#apps/auth';
import type { CredentialMessage, Message, SessionMessage } from '#contracts';
import type { RecordedEvent } from '#event-store';
import { signInTold } from '../../../apps/users/src/user-list/project-sign-in.js';
import { ofNoConcern } from '../../../apps/users/src/user-list/user-list-refill.step.js';

const stored = async (type: string): Promise<RecordedEvent> => {
  const category = type.startsWith('Session') ? 'session' : 'credential';
  const file = new URL(`../../../apps/auth/src/${category}/stored/${type}.json`, import.meta.url);
  return JSON.parse(await readFile(file, 'utf8')) as RecordedEvent;
};

const changesOf = async (type: string) =>
  publishAuth(await stored(type))
    .map((message) => signInTold(message as Message<CredentialMessage | SessionMessage>))
    .filter((change) => change !== null);

describe('what a rebuild of the user list does not read', () => {
  it.each(ofNoConcern)('changes nothing in it: %s', async (type) => {
    expect(await changesOf(type)).toEqual([]);
  });

  it('is none of what changes something', async () => {
    expect(await changesOf('SessionOpened')).toHaveLength(1);
    expect(ofNoConcern).not.toContain('SessionOpened');
  });
});

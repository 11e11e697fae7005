import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataKeys } from '#vault';
import { Directory } from '../directory/directory.adapter.js';
import { authUnderTest, type AuthUnderTest } from '../testing/auth-under-test.js';
import { SupersededKeys } from './superseded-keys.step.js';

describe('housekeeping', () => {
  let auth: AuthUnderTest;
  beforeEach(async () => (auth = await authUnderTest()));
  afterEach(() => auth.stop());

  it('destroys the hash of a provisional key that expired unused, and forgets it', async () => {
    await auth.register('zoe');
    await auth.issue('zoe', auth.requests('zoe')[0]!, '3MXQ-9RTA-70KD-B2WH');
    await auth.settled();
    const directory = new Directory(auth, auth.events);
    await directory.onApplicationBootstrap();
    await directory.reached(await auth.events.head());
    const dataKeys = new DataKeys(auth.events, auth.secrets.masterKeys);
    const superseded = new SupersededKeys(dataKeys, directory, auth.clock);
    const [issueId] = directory.provisionalKeysExpired('2026-11-22T09:00:00.000Z');
    const dataKey = () => auth.events.read(`data-key-provisional-${issueId}`);

    auth.clock.advance({ minutes: 59 });
    await superseded.sweep();
    expect(await dataKey()).toHaveLength(1);
    auth.clock.advance({ minutes: 1 });
    await superseded.sweep();
    expect(await dataKey()).toEqual([]);
    expect(directory.provisionalKeysExpired('2099-01-01T00:00:00.000Z')).toEqual([]);
    await directory.onApplicationShutdown();
  });

  it('says why auth is not ready, until it is', async () => {
    expect(await auth.readiness.report()).toEqual([]);
  });
});

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { authUnderTest, goodKey, type AuthUnderTest } from '../testing/auth-under-test.js';

const throttled = { outcome: 'refused', reason: 'too-many-attempts' };

describe('one key tried on very many accounts, each but once (TST-05, LOG-05)', () => {
  let auth: AuthUnderTest;
  beforeEach(async () => (auth = await authUnderTest()));
  afterEach(() => auth.stop());

  /** So many tries from twenty addresses, each account's first; gives those that were refused before anything was compared. */
  const spray = async (tries: number, networkOf: (address: number) => string) => {
    const answers = await Promise.all(
      Array.from({ length: tries }, (_, account) =>
        auth.signIn(`account-${account}`, 'Printemps2026!', { network: networkOf(account % 20) }),
      ),
    );
    return answers.filter((answer) => answer.outcome === 'refused' && answer.reason === 'too-many-attempts');
  };

  it('is stopped by the networks, and compared no more often than they allow', async () => {
    const before = auth.hasher.verifications;
    // Ten addresses in each of two networks.
    const refused = await spray(300, (address) => `198.51.${address % 2}.0/24`);
    expect([refused.length, auth.hasher.verifications - before]).toEqual([100, 200]);
  });

  it('is stopped over all networks together; the owner on a known device comes in all the same (LOG-07)', async () => {
    await auth.member('zoe');
    const known = await auth.signIn('zoe', goodKey());
    const { device } = known as { device: string };
    const before = auth.hasher.verifications;
    const refused = await spray(1100, (address) => `198.51.${address}.0/24`);
    expect([refused.length, auth.hasher.verifications - before]).toEqual([100, 1000]);
    expect(await auth.signIn('zoe', goodKey())).toMatchObject(throttled);
    expect(await auth.signIn('zoe', goodKey(), { device })).toMatchObject({ outcome: 'done' });
    auth.clock.advance({ minutes: 2 });
    expect(await auth.signIn('zoe', goodKey())).toMatchObject({ outcome: 'done' });
  });
});

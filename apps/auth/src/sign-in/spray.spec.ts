import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { authUnderTest, goodKey, type AuthUnderTest } from '../testing/auth-under-test.js';

const throttled = { outcome: 'refused', reason: 'too-many-attempts' };

describe('one key tried on very many accounts, each but once (TST-05, LOG-05)', () => {
  let auth: AuthUnderTest;
  beforeEach(async () => {
    auth = await authUnderTest({ settings: { networkFailures: 40, everyoneFailures: 400 } });
  });
  afterEach(() => auth.stop());

  /** So many tries, a round of twenty addresses after the other, each account's first; gives how many were not even compared. */
  const spray = async (rounds: number, networkOf: (address: number) => string) => {
    let refused = 0;
    for (let round = 0; round < rounds; round += 1) {
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, address) =>
          auth.signIn(`account-${round}-${address}`, 'Printemps2026!', { network: networkOf(address) }),
        ),
      );
      refused += answers.filter((each) => 'reason' in each && each.reason === 'too-many-attempts').length;
    }
    return refused;
  };

  it('is stopped by the networks, and compared no more often than they allow', async () => {
    const before = auth.hasher.verifications;
    // Ten addresses in each of two networks.
    const refused = await spray(5, (address) => `198.51.${address % 2}.0/24`);
    expect([refused, auth.hasher.verifications - before]).toEqual([20, 80]);
  });

  it('is stopped over all networks together; the owner on a known device comes in all the same (LOG-07)', async () => {
    await auth.member('zoe');
    const known = await auth.signIn('zoe', goodKey());
    const { device } = known as { device: string };
    const before = auth.hasher.verifications;
    const refused = await spray(25, (address) => `198.51.${address}.0/24`);
    expect([refused, auth.hasher.verifications - before]).toEqual([100, 400]);
    expect(await auth.signIn('zoe', goodKey())).toMatchObject(throttled);
    expect(await auth.signIn('zoe', goodKey(), { device })).toMatchObject({ outcome: 'done' });
    auth.clock.advance({ minutes: 2 });
    expect(await auth.signIn('zoe', goodKey())).toMatchObject({ outcome: 'done' });
  });
});

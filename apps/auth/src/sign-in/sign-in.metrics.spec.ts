import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { authUnderTest, goodKey, type AuthUnderTest } from '../testing/auth-under-test.js';

describe('what auth counts', () => {
  let auth: AuthUnderTest;
  beforeAll(async () => {
    auth = await authUnderTest();
    await auth.member('zoe');
  });
  afterAll(() => auth.stop());

  it('says how sign-ins ended and never whose (EVT-01)', async () => {
    await auth.signIn('zoe', goodKey());
    await auth.signIn('zoe', 'a canary of a key');
    await auth.signIn('inconnu', 'a canary of a key');
    const text = await auth.metrics.text();
    expect(text).toContain('trousseau_sign_ins_total{outcome="full"} 1');
    // The provisional key with which this member came.
    expect(text).toContain('trousseau_sign_ins_total{outcome="choose-key"} 1');
    expect(text).toContain('trousseau_sign_ins_total{outcome="wrong-pair"} 2');
    for (const canary of ['zoe', 'inconnu', 'canary']) expect(text).not.toContain(canary);
  });

  it('says how far each follower is behind the log', async () => {
    await auth.settled();
    const text = await auth.metrics.text();
    expect(text).toMatch(/trousseau_projection_lag_seconds\{projection="auth"\} \d+/);
    expect(text).toMatch(/trousseau_projection_lag_seconds\{projection="auth-reactors"\} \d+/);
  });
});

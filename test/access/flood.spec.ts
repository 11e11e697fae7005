import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hash, verify } from '@node-rs/argon2';
import { Argon2KeyHasher, AuthModule } from '#apps/auth';
import { eventually } from '#event-store/testing';
import type { Answer } from '../../apps/gateway/src/testing/index.js';
import { type RunningPortal, startPortal } from './running-portal.js';

/** Verifications stand still here for as long as the spec wants. */
let gate = Promise.resolve();
const slow = {
  hash,
  verify: async (...asked: Parameters<typeof verify>) => {
    await gate;
    return verify(...asked);
  },
};
/** One thread, which is handed four hashes ahead, and eight more that wait. */
const hasher = new Argon2KeyHasher({ argon2: slow, threads: 1, mostWaiting: 8 });
const KEPT = 4 + 8;

let portal: RunningPortal;
beforeAll(async () => {
  portal = await startPortal({ auth: { with: (platform) => AuthModule.with(platform, { hasher }) } });
}, 60_000);
afterAll(() => portal.stop());

const signIn = (identifier: string) =>
  portal.send({ method: 'POST', url: '/api/v1/sessions', json: { identifier, key: 'ce n’est pas la clé' } });

describe('a flood of sign-ins under names nobody has (TST-29, LOG-08)', () => {
  it('keeps so many waiting and no more; the others are told to come back, and everything else answers', async () => {
    let open!: () => void;
    gate = new Promise<void>((resolve) => (open = resolve));
    const answers: Answer[] = [];
    const flood = Array.from({ length: 60 }, async (_, number) => {
      answers.push(await signIn(`personne-${number}`));
    });
    const busy = () => answers.filter(({ text }) => text.includes('urn:trousseau:problem:busy'));
    await eventually(() => expect(busy()).toHaveLength(60 - KEPT));
    for (const { status, headers } of busy()) {
      expect([status, headers['retry-after']]).toEqual([503, '1']);
    }
    expect(hasher.isBusy()).toBe(true);
    expect((await portal.send({ url: '/healthz' })).status).toBe(200);
    expect((await portal.send({ url: '/connexion' })).status).toBe(200);

    open();
    await Promise.all(flood);
    // Those that were kept are compared; on a machine that held them for too long they were told before that nobody answers.
    const kept = answers.filter((answer) => !busy().includes(answer));
    expect(kept).toHaveLength(KEPT);
    for (const { text } of kept) expect(text).toMatch(/urn:trousseau:problem:(wrong-pair|unavailable)/);
    await eventually(() => expect(hasher.isBusy()).toBe(false));
    expect((await signIn('personne')).status).toBe(401);
  }, 120_000);
});

import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { FakeClock } from '#platform/testing';
import { letterFor, requests } from '../letter/letter.examples.js';
import { DemoMailbox } from './demo-mailbox.js';

const letter = letterFor(requests['welcome']!, 'fr');
const post = (to: string, userId = 'u1') => ({ userId, to, letter, messageId: 'm1.1' });

describe('DemoMailbox', () => {
  it('finds its mails again after a restart, the newest first', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'trousseau-demo-')), 'demo-mailbox.db');
    const before = DemoMailbox.open(file, new FakeClock());
    await before.send(post('a@exemple.fr'));
    await before.send(post('b@exemple.fr'));
    await before.close();
    const after = DemoMailbox.open(file, new FakeClock());
    expect(after.list().map(({ to }) => to)).toEqual(['b@exemple.fr', 'a@exemple.fr']);
    await after.close();
  });

  it('keeps the last two hundred', async () => {
    const mailbox = DemoMailbox.open(':memory:', new FakeClock());
    for (let number = 0; number < 203; number += 1) await mailbox.send(post(`n${number}@exemple.fr`));
    const kept = mailbox.list();
    expect([kept.length, kept[0]?.to, kept.at(-1)?.to]).toEqual([200, 'n202@exemple.fr', 'n3@exemple.fr']);
    await mailbox.close();
  });

  it('deletes the letters about an erased user, and no others (GDP-02)', async () => {
    const mailbox = DemoMailbox.open(':memory:', new FakeClock());
    await mailbox.send(post('a@exemple.fr', 'erased'));
    await mailbox.send(post('b@exemple.fr', 'kept'));
    mailbox.forget('erased');
    expect(mailbox.list().map(({ to }) => to)).toEqual(['b@exemple.fr']);
    await mailbox.close();
  });

  it('has the mail wait when it cannot keep it', async () => {
    const mailbox = DemoMailbox.open(':memory:', new FakeClock());
    await mailbox.close();
    await mailbox.close();
    expect(await mailbox.send(post('a@exemple.fr'))).toMatchObject({ kind: 'deferred' });
  });
});

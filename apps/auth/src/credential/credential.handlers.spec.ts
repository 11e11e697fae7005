import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { ChooseKey, RecordProvisionalKeySent, RevokeProvisionalKeys } from '#contracts';
import { SignedLinks } from '#links';
import { Sealer } from '#sealing';
import { DataKeys } from '#vault';
import type { KeyAppraiser } from '../key-policy/key-appraiser.js';
import { ZxcvbnKeyAppraiser } from '../key-policy/zxcvbn-key-appraiser.adapter.js';
import { authUnderTest, goodKey, type AuthUnderTest } from '../testing/auth-under-test.js';

const PROVISIONAL = '3MXQ-9RTA-70KD-B2WH';
const noSession = { outcome: 'refused', reason: 'no-session' };

describe('keys', () => {
  let auth: AuthUnderTest;
  /** The real one, once for all of these: it takes its time to start. */
  const zxcvbn = new ZxcvbnKeyAppraiser();
  const appraiser: KeyAppraiser = {
    appraise: (key, words) => zxcvbn.appraise(key, words),
    prepare: () => zxcvbn.prepare(),
    close: () => Promise.resolve(),
  };
  beforeEach(async () => (auth = await authUnderTest({ appraiser })));
  afterEach(() => auth.stop());
  afterAll(() => zxcvbn.close());

  const sessionOf = async (key: string, userId = 'zoe') => {
    const answer = await auth.signIn(userId, key);
    if (answer.outcome === 'refused') throw new Error(answer.reason);
    return answer.session.sessionId;
  };
  /** A session in which a key can be chosen. */
  const wayIn = async (userId = 'zoe', key = PROVISIONAL) => {
    await auth.renew(userId, `${userId}@exemple.fr`);
    await auth.issue(userId, auth.requests(userId).at(-1)!, key);
    return sessionOf(key, userId);
  };
  const dataKeys = async () => {
    const created = (await auth.events.readAll(-1, 10_000)).filter(({ type }) => type === 'DataKeyCreated');
    return created.map(({ stream }) => stream.replace('data-key-', ''));
  };

  it('are in force until another is chosen, and then no more, nor any session (FRG-03, FRG-04)', async () => {
    await auth.member('zoe');
    const before = await sessionOf(goodKey());
    const way = await wayIn();
    expect(await auth.verify(await sessionOf(goodKey()))).toMatchObject({ outcome: 'done' });
    expect(await auth.choose(way, goodKey(2))).toMatchObject({ outcome: 'done' });
    for (const over of [before, way]) expect(await auth.verify(over)).toEqual(noSession);
    expect(await auth.signIn('zoe', goodKey())).toMatchObject({ reason: 'wrong-pair' });
    expect(await auth.signIn('zoe', goodKey(2))).toMatchObject({ outcome: 'done' });
    expect(await auth.choose(way, goodKey(3))).toEqual(noSession);
  });

  it('are chosen once, however many try at the same time (EVT-08)', async () => {
    await auth.member('zoe');
    const way = await wayIn();
    const answers = await Promise.all([2, 3, 4, 5].map((number) => auth.choose(way, goodKey(number))));
    expect(answers.filter(({ outcome }) => outcome === 'done')).toHaveLength(1);
  });

  it('repeat a command without recording anything', async () => {
    await auth.member('zoe');
    const sessionId = await wayIn();
    const sealedKey = await new Sealer(auth.secrets.sealing.publicJwk).seal({
      key: goodKey(2),
      binding: sessionId,
    });
    const asked = { commandId: randomUUID(), sessionId, sealedKey };
    const first = await auth.bus.ask(ChooseKey, asked);
    await auth.settled();
    const head = await auth.events.head();
    expect(await auth.bus.ask(ChooseKey, asked)).toEqual(first);
    expect(await auth.events.head()).toBe(head);
  });

  it.each([
    ['court', 'key-too-short'],
    ['azertyuiopqsdfgh', 'key-too-common'],
    ['zoe et son permis', 'key-names-the-context'],
    ['cheval bleu pluie', 'key-too-guessable'],
    [goodKey(), 'key-is-current'],
    [PROVISIONAL, 'key-was-provisional'],
    [PROVISIONAL.toLowerCase().replaceAll('-', ''), 'key-was-provisional'],
    ['moitié \ud800 d’un signe', 'key-not-text'],
  ])('refuse %j with %s, and leave the way open (KEY-01..07, KEY-13)', async (key, reason) => {
    await auth.member('zoe');
    const way = await wayIn();
    expect(await auth.choose(way, key)).toEqual({ outcome: 'refused', reason });
    expect(await auth.choose(way, goodKey(2))).toMatchObject({ outcome: 'done' });
  });

  it('are none that ever came by mail and was used, at the cost of no hash (KEY-13, ASVS 6.4.1)', async () => {
    const older = '8QXW-4HNC-25PT-V0EJ';
    const oldest = 'MF7K-6Z3B-9RDG-1YSA';
    await auth.member('zoe');
    expect(await auth.choose(await wayIn('zoe', oldest), goodKey(2))).toMatchObject({ outcome: 'done' });
    auth.clock.advance({ hours: 1 });
    await wayIn('zoe', older);
    auth.clock.advance({ hours: 1 });
    const way = await wayIn();
    const cost = async (key: string) => {
      const { hashes, verifications } = auth.hasher;
      const answer = await auth.choose(way, key);
      const spent = [auth.hasher.hashes - hashes, auth.hasher.verifications - verifications];
      return { answer, spent };
    };
    for (const mailed of [oldest, older, PROVISIONAL, oldest.toLowerCase().replaceAll('-', ' ')]) {
      const refused = { outcome: 'refused', reason: 'key-was-provisional' };
      expect(await cost(mailed)).toEqual({ answer: refused, spent: [1, 1] });
    }
    expect(await cost(goodKey(3))).toMatchObject({ answer: { outcome: 'done' }, spent: [1, 1] });
    const full = await sessionOf(goodKey(3));
    const changed = await auth.change(full, goodKey(3), older);
    expect(changed).toEqual({ outcome: 'refused', reason: 'key-was-provisional' });
    expect(await auth.change(full, goodKey(3), goodKey(4))).toMatchObject({ outcome: 'done' });
    expect(await auth.change(full, goodKey(4), oldest)).toEqual(changed);
  });

  describe('are none that ever came by mail, not even one that never opened anything (KEY-13, ASVS 6.4.1):', () => {
    const mailed = '8QXW-4HNC-25PT-V0EJ';
    const others = ['MF7K-6Z3B-9RDG-1YSA', 'D4TN-WV8E-0QPX-7HJ2'] as const;
    const issue = (key: string) => auth.issue('zoe', auth.requests('zoe').at(-1)!, key);
    /** What housekeeping does sooner or later to every provisional key that is over. */
    const destroyed = async () => {
      await auth.settled();
      const vault = new DataKeys(auth.events, auth.secrets.masterKeys);
      for (const name of await dataKeys()) if (name.startsWith('provisional-')) await vault.destroy(name);
    };
    const ways: readonly (readonly [string, () => Promise<unknown>])[] = [
      ['displaced by a newer one', async () => [await issue(others[0]), await issue(others[1])]],
      [
        'revoked by "ce n’est pas moi"',
        () => {
          const expiresAt = '2026-11-23T08:00:00.000Z';
          const link = { kind: 'not-me', userId: 'zoe', ref: 'r', expiresAt };
          const signed = new SignedLinks(auth.secrets.linksKey).sign(link);
          return auth.bus.ask(RevokeProvisionalKeys, { commandId: randomUUID(), link: signed });
        },
      ],
      [
        'issued beside the one that was used',
        async () => [await issue(others[0]), await sessionOf(others[0])],
      ],
      [
        'ended by a deactivation',
        async () => {
          await auth.tell('user.deactivated', 'zoe');
          await auth.tell('user.reactivated', 'zoe');
        },
      ],
      ['expired', () => Promise.resolve(auth.clock.advance({ hours: 2 }))],
      ['voided by a change', async () => auth.change(await sessionOf(goodKey()), goodKey(), goodKey(5))],
    ];

    it.each(ways)('%s', async (_, ends) => {
      await auth.member('zoe');
      await auth.renew('zoe', 'zoe@exemple.fr');
      await issue(mailed);
      await ends();
      expect(await auth.signIn('zoe', mailed)).toMatchObject({ reason: 'wrong-pair' });
      await destroyed();
      auth.clock.advance({ hours: 1 });
      const way = await wayIn();
      const refused = { outcome: 'refused', reason: 'key-was-provisional' };
      expect(await auth.choose(way, mailed)).toEqual(refused);
      expect(await auth.choose(way, goodKey(2))).toMatchObject({ outcome: 'done' });
      expect(await auth.change(await sessionOf(goodKey(2)), goodKey(2), mailed)).toEqual(refused);
    });
  });

  it('are chosen in no full session, and changed in no other (FRG-02)', async () => {
    await auth.member('zoe');
    expect(await auth.choose(await sessionOf(goodKey()), goodKey(2))).toEqual(noSession);
    expect(await auth.change(await wayIn(), goodKey(), goodKey(2))).toEqual(noSession);
  });

  it('are changed by whoever knows the current one; only this session goes on (KEY-13, ASVS 7.4.3)', async () => {
    await auth.member('zoe');
    const [mine, other] = [await sessionOf(goodKey()), await sessionOf(goodKey())];
    expect(await auth.change(mine, 'faux', goodKey(2))).toMatchObject({ reason: 'wrong-key' });
    expect(await auth.change(mine, goodKey(), goodKey())).toMatchObject({ reason: 'key-is-current' });
    expect(await auth.change(mine, goodKey(), 'court')).toMatchObject({ reason: 'key-too-short' });
    expect(await auth.change(mine, goodKey(), goodKey(2))).toMatchObject({ outcome: 'done' });
    expect(await auth.verify(mine)).toMatchObject({ outcome: 'done' });
    expect(await auth.verify(other)).toEqual(noSession);
    await auth.settled();
    expect(auth.heard.at(-1)?.body).toMatchObject({ type: 'credential.key-changed', keptSession: mine });
  });

  it('are guessed at no more often by changing them (LOG-03)', async () => {
    await auth.member('zoe');
    const mine = await sessionOf(goodKey());
    for (let i = 0; i < 5; i += 1) await auth.change(mine, 'faux', goodKey(2));
    expect(await auth.change(mine, goodKey(), goodKey(2))).toMatchObject({ reason: 'too-many-attempts' });
  });

  it('leave no hash behind: data keys of what is over are destroyed (EVT-03)', async () => {
    await auth.member('zoe');
    expect(await dataKeys()).toEqual(['generation-zoe-1']);
    const way = await wayIn();
    await auth.settled();
    expect(await dataKeys()).toEqual(['generation-zoe-1']);
    await auth.choose(way, goodKey(2));
    await auth.settled();
    expect(await dataKeys()).toEqual(['generation-zoe-2']);
  });

  it('stand in no event, readable or hashed (EVT-01, KEY-11)', async () => {
    await auth.member('zoe');
    await auth.choose(await wayIn(), goodKey(2));
    const stored = JSON.stringify(await auth.events.readAll(-1, 10_000));
    for (const secret of [
      goodKey(),
      goodKey(2),
      PROVISIONAL,
      PROVISIONAL.replaceAll('-', ''),
      'argon2id',
      'exemple',
    ]) {
      expect(stored).not.toContain(secret);
    }
  });
});

describe('provisional keys', () => {
  let auth: AuthUnderTest;
  beforeEach(async () => {
    auth = await authUnderTest();
    await auth.register('zoe');
  });
  afterEach(() => auth.stop());
  const request = () => auth.requests('zoe').at(-1)!;
  const keys = ['0000-0000-0000-0001', '0000-0000-0000-0002', '0000-0000-0000-0003'] as const;

  it('are issued for sixty minutes to a request, and to none that nobody made (FRG-01)', async () => {
    const expiresAt = '2026-11-22T09:00:00.000Z';
    expect(await auth.issue('zoe', request(), keys[0])).toMatchObject({ outcome: 'done', expiresAt });
    const notWanted = { outcome: 'refused', reason: 'not-wanted' };
    expect(await auth.issue('zoe', randomUUID(), keys[1])).toEqual(notWanted);
    expect(await auth.issue('nobody', request(), keys[1])).toEqual(notWanted);
    expect(await auth.issue('zoe', request(), 'no such shape')).toEqual(notWanted);
  });

  it('cost no hash when nobody wants them', async () => {
    const before = auth.hasher.hashes;
    await auth.issue('zoe', randomUUID(), keys[0]);
    expect(auth.hasher.hashes).toBe(before);
  });

  it('are two at most; the oldest gives way, the others work (FRG-09)', async () => {
    for (const key of keys) await auth.issue('zoe', request(), key);
    expect(await auth.signIn('zoe', keys[0])).toMatchObject({ reason: 'wrong-pair' });
    expect(await auth.signIn('zoe', keys[1])).toMatchObject({ outcome: 'done' });
    expect(await auth.signIn('zoe', keys[2])).toMatchObject({ reason: 'wrong-pair' });
  });

  it('are wanted until one was sent (FRG-15)', async () => {
    const issued = await auth.issue('zoe', request(), keys[0]);
    const { issueId } = issued as Extract<typeof issued, { outcome: 'done' }>;
    const sent = () =>
      auth.bus.ask(RecordProvisionalKeySent, { commandId: randomUUID(), userId: 'zoe', issueId });
    expect(await sent()).toMatchObject({ outcome: 'done' });
    expect(await sent()).toMatchObject({ outcome: 'done' });
    expect(await auth.issue('zoe', request(), keys[1])).toMatchObject({ reason: 'not-wanted' });
    expect(await auth.signIn('zoe', keys[0])).toMatchObject({ outcome: 'done' });
  });

  it('are all void after "ce n’est pas moi", by a link of ours and of that kind only (FRG-13)', async () => {
    const links = new SignedLinks(auth.secrets.linksKey);
    const link = { kind: 'not-me', userId: 'zoe', ref: 'r', expiresAt: '2026-11-23T08:00:00.000Z' };
    const revoke = (value: string) =>
      auth.bus.ask(RevokeProvisionalKeys, { commandId: randomUUID(), link: value });
    await auth.issue('zoe', request(), keys[0]);
    const notValid = { outcome: 'refused', reason: 'link-not-valid' };
    expect(await revoke(links.sign({ ...link, kind: 'email-veto' }))).toEqual(notValid);
    expect(await revoke(links.sign({ ...link, expiresAt: '2026-11-22T08:00:00.000Z' }))).toEqual(notValid);
    expect(await revoke('rubbish')).toEqual(notValid);
    expect(await revoke(links.sign(link))).toMatchObject({ outcome: 'done' });
    expect(await auth.signIn('zoe', keys[0])).toMatchObject({ reason: 'wrong-pair' });
  });

  it('are not made for the deactivated, and theirs work no more', async () => {
    await auth.issue('zoe', request(), keys[0]);
    await auth.tell('user.deactivated', 'zoe');
    expect(await auth.signIn('zoe', keys[0])).toMatchObject({ reason: 'wrong-pair' });
    expect(await auth.issue('zoe', request(), keys[1])).toMatchObject({ reason: 'not-wanted' });
  });
});

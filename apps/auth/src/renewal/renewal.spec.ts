import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { authUnderTest, type AuthUnderTest } from '../testing/auth-under-test.js';

describe('renewing a key', () => {
  let auth: AuthUnderTest;
  beforeEach(async () => {
    auth = await authUnderTest();
    await auth.register('zoe');
  });
  afterEach(() => auth.stop());

  const wanted = () => auth.requests('zoe').length - 1;

  it('asks for a provisional key when identifier and address belong together', async () => {
    await auth.renew(' Zoe ', 'zoe@exemple.fr');
    expect(wanted()).toBe(1);
    expect(auth.heard.at(-1)?.body).toMatchObject({
      type: 'credential.key-renewal-requested',
      reason: 'forgotten',
    });
  });

  it('answers the same to a wrong pair, and appends as much before it answers (FRG-06)', async () => {
    const appended: string[][] = [];
    for (const [identifier, email] of [
      ['zoe', 'zoe@exemple.fr'],
      ['max', 'max@exemple.fr'],
    ] as const) {
      const before = await auth.events.head();
      const { position, ...answer } = (await auth.renew(identifier, email)) as { position: number };
      expect(answer).toEqual({ outcome: 'done' });
      const events = (await auth.events.readAll(before, 100)).filter((event) => event.position <= position);
      appended.push(events.map(({ type }) => type));
      auth.clock.advance({ minutes: 1 });
    }
    expect(appended[0]).toEqual(['AttemptReserved', 'AttemptReserved', 'RenewalAsked']);
    expect(appended[1]).toEqual(appended[0]);
  });

  it('asks for nothing when the address is another than the one on file (FRG-07)', async () => {
    await auth.renew('zoe', 'max@exemple.fr');
    await auth.renew('zoe', '');
    expect(wanted()).toBe(0);
  });

  it('asks once a minute, three times an hour, five times a day, and always answers alike (FRG-08, TST-07)', async () => {
    const heardIn = async (minutes: number) => {
      const before = wanted();
      for (let i = 0; i < minutes; i += 1) {
        for (let twice = 0; twice < 2; twice += 1) {
          const answer = await auth.renew('zoe', 'zoe@exemple.fr', `198.51.${i}.0/24`);
          expect(answer).toMatchObject({ outcome: 'done' });
        }
        auth.clock.advance({ minutes: 1 });
      }
      return wanted() - before;
    };
    expect(await heardIn(5)).toBe(3);
    auth.clock.advance({ hours: 1 });
    expect(await heardIn(5)).toBe(2);
    auth.clock.advance({ hours: 1 });
    expect(await heardIn(2)).toBe(0);
  });

  it('hears ten an hour from one network (FRG-08)', async () => {
    for (let i = 0; i < 10; i += 1) await auth.renew(`nobody-${i}`, 'a@exemple.fr');
    await auth.renew('zoe', 'zoe@exemple.fr');
    expect(wanted()).toBe(0);
    await auth.renew('zoe', 'zoe@exemple.fr', '198.51.100.0/24');
    expect(wanted()).toBe(1);
  });

  it('hears 300 in ten minutes from everybody together, and goes on answering alike (FRG-08)', async () => {
    const ask = (i: number) => auth.renew(`nobody-${i}`, 'a@exemple.fr', `198.51.${i % 250}.0/24`);
    for (let i = 0; i < 300; i += 1) await ask(i);
    const head = await auth.events.head();
    expect(await auth.renew('zoe', 'zoe@exemple.fr')).toEqual({ outcome: 'done', position: head });
    expect(wanted()).toBe(0);
    auth.clock.advance({ minutes: 11 });
    await auth.renew('zoe', 'zoe@exemple.fr');
    expect(wanted()).toBe(1);
  });

  it('stores neither identifier nor address (LOG-10)', async () => {
    await auth.register('nobody', 'identifiant-canari');
    await auth.renew('identifiant-canari', 'adresse-canari@exemple.fr');
    expect(JSON.stringify(await auth.events.readAll(-1, 1000))).not.toContain('canari');
  });
});

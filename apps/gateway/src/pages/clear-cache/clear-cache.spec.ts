import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningGateway, startGateway } from '../../testing/index.js';
import { Visitor } from '../testing/visitor.js';
import { Turnstile } from './turnstile.js';

describe('/vider-le-cache', () => {
  let gateway: RunningGateway;
  beforeAll(async () => void (gateway = await startGateway()));
  afterAll(() => gateway.stop());

  it('clears everything with a 200 and sends nobody anywhere (WEB-06)', async () => {
    const visitor = await new Visitor(gateway).signIn('gerante');
    await visitor.open('/vider-le-cache');
    const answer = await visitor.submit('/vider-le-cache');
    expect(answer.status).toBe(200);
    expect(answer.headers['location']).toBeUndefined();
    expect(answer.headers['clear-site-data']).toBe('"cache", "cookies", "storage"');
    expect(answer.text).toContain('href="/connexion"');
  });

  it('also expires every cookie by name and leaves no new one (WEB-07)', async () => {
    const visitor = await new Visitor(gateway).signIn('gerante');
    await visitor.open('/vider-le-cache');
    await visitor.submit('/vider-le-cache');
    for (const name of ['trousseau', 'avant', 'appareil'])
      expect([name, visitor.holds(`__Host-${name}`), visitor.holds(name)]).toEqual([name, false, false]);
  });

  it('works for somebody with no session at all', async () => {
    const visitor = new Visitor(gateway);
    await visitor.open('/vider-le-cache');
    expect((await visitor.submit('/vider-le-cache')).status).toBe(200);
  });
});

describe('Turnstile', () => {
  it('lets so many through, then says how long to wait, then forgets', () => {
    const turnstile = new Turnstile({ most: 2, everyMs: 10_000 });
    expect([turnstile.pass('a', 0), turnstile.pass('a', 1), turnstile.pass('a', 4_000)]).toEqual([0, 0, 6]);
    expect(turnstile.pass('b', 4_000)).toBe(0);
    expect(turnstile.pass('a', 10_000)).toBe(0);
  });
});

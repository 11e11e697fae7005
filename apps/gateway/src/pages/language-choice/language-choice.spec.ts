import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningGateway, startGateway } from '../../testing/index.js';
import { Visitor } from '../testing/visitor.js';

describe('/langue', () => {
  let gateway: RunningGateway;
  beforeAll(async () => void (gateway = await startGateway()));
  afterAll(() => gateway.stop());

  it('keeps the choice, whatever the browser prefers, and comes back to the same page', async () => {
    const visitor = new Visitor(gateway, 'fr');
    expect((await visitor.open('/cle-oubliee')).text).toContain('name="suite" value="/cle-oubliee"');
    const answer = await visitor.submit('/langue', { langue: 'en', suite: '/cle-oubliee' });
    expect([answer.status, answer.headers['location']]).toEqual([303, '/cle-oubliee']);
    const page = await visitor.open('/cle-oubliee');
    expect(page.text).toContain('<html lang="en">');
    expect(page.text).toContain('Renew my key');
  });

  it('leads nowhere else and knows no other language', async () => {
    const visitor = new Visitor(gateway);
    await visitor.open('/connexion');
    const away = await visitor.submit('/langue', { langue: 'en', suite: '//evil.example' });
    expect(away.headers['location']).toBe('/connexion');
    expect((await visitor.submit('/langue', { langue: 'tlh' })).status).toBe(400);
  });
});

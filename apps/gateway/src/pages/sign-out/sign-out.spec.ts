import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningGateway, startGateway } from '../../testing/index.js';
import { Visitor } from '../testing/visitor.js';

describe('/deconnexion', () => {
  let gateway: RunningGateway;
  beforeAll(async () => void (gateway = await startGateway()));
  afterAll(() => gateway.stop());

  it('ends the session itself, then takes the cookie away (SES-10, TST-34)', async () => {
    const visitor = await new Visitor(gateway).signIn('gerante');
    expect(gateway.standIn.sessions.size).toBe(1);
    const answer = await visitor.submit('/deconnexion');
    expect([answer.status, answer.headers['location']]).toEqual([303, '/connexion?dit=deconnecte']);
    expect(gateway.standIn.sessions.size).toBe(0);
    expect(visitor.holds('__Host-trousseau')).toBe(false);
  });

  it('may be pressed twice', async () => {
    const visitor = new Visitor(gateway);
    await visitor.open('/connexion');
    expect((await visitor.submit('/deconnexion')).headers['location']).toBe('/connexion?dit=deconnecte');
  });

  it('is open to somebody who does not want to choose a key now (FRG-02)', async () => {
    const visitor = await new Visitor(gateway).signIn('nouvelle');
    await visitor.submit('/deconnexion');
    expect(visitor.holds('__Host-trousseau')).toBe(false);
  });
});

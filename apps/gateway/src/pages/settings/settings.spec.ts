import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningGateway, startGateway } from '../../testing/index.js';
import { Visitor } from '../testing/visitor.js';

describe('/parametres', () => {
  let gateway: RunningGateway;
  beforeAll(async () => void (gateway = await startGateway()));
  afterAll(() => gateway.stop());

  const settingsOf = async (userId: string) =>
    (await (await new Visitor(gateway).signIn(userId)).open('/parametres')).text;

  it('has the line 4-1-1 Sécurité : Utilisateurs, with Gérer', async () => {
    const text = await settingsOf('gerante');
    expect(text).toContain('4-1-1 Sécurité : Utilisateurs');
    expect(text).toMatch(/href="\/parametres\/utilisateurs">Gérer</);
  });

  it('tells an instructor kindly whom to ask', async () => {
    const text = await settingsOf('moniteur');
    expect(text).toContain('Votre gérant(e) s’en occupe pour vous.');
    expect(text).toMatch(/href="\/parametres\/utilisateurs">À qui demander/);
  });
});

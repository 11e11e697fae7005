import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningGateway, startGateway } from '../../testing/index.js';
import { Visitor } from '../testing/visitor.js';

describe('/accueil', () => {
  let gateway: RunningGateway;
  beforeAll(async () => void (gateway = await startGateway()));
  afterAll(() => gateway.stop());

  it('says who I am here, and has the gear and the way out', async () => {
    const page = await (await new Visitor(gateway).signIn('gerante')).open('/accueil');
    for (const words of ['Léandra Morvan', 'Auto-école du Port', 'Gérant (Admin)', 'icon-gear'])
      expect(page.text).toContain(words);
    expect(page.text).toContain('href="/parametres"');
    expect(page.text).toContain('action="/deconnexion"');
    expect(page.text).toContain('href="/parametres/utilisateurs"');
  });

  it('shows the users to the manager alone', async () => {
    const page = await (await new Visitor(gateway).signIn('moniteur')).open('/accueil');
    expect(page.text).toContain('Moniteur');
    expect(page.text).not.toContain('href="/parametres/utilisateurs"');
  });

  it('is where the bare address leads; without a session that is the door (WEB-05)', async () => {
    const visitor = new Visitor(gateway);
    const door = await visitor.open('/');
    expect(door.status).toBe(200);
    expect(door.text).toContain('>Entrer</button>');
    await visitor.signIn('gerante');
    expect((await visitor.open('/')).headers['location']).toBe('/accueil');
  });
});

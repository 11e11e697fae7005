import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AddUser } from '#contracts';
import { type RunningGateway, startGateway } from '../../testing/index.js';
import { Visitor } from '../testing/visitor.js';

const page = '/parametres/utilisateurs/ajouter';
const person = {
  nom: 'Inès Petit',
  identifiant: 'ines.petit',
  role: 'office',
  email: 'ines@ecole.example',
  langue: 'fr',
};

describe(page, () => {
  let gateway: RunningGateway;
  let manager: Visitor;
  beforeAll(async () => {
    gateway = await startGateway();
    manager = await new Visitor(gateway).signIn('gerante');
    await manager.open(page);
  });
  afterAll(() => gateway.stop());

  it('adds a person and shows the list that knows them already', async () => {
    const { status, headers } = await manager.submit(page, person);
    expect(status).toBe(303);
    expect(headers['location']).toMatch(/^\/parametres\/utilisateurs\?dit=utilisateur-ajoute&apres=\d+$/);
    expect(gateway.standIn.asked).toContain(AddUser.name);
  });

  it('says that an identifier is taken and keeps the rest', async () => {
    const { status, text } = await manager.submit(page, { ...person, identifiant: 'moniteur' });
    expect(status).toBe(422);
    expect(text).toContain('Cet identifiant est déjà pris.');
    expect(text).toContain('value="Inès Petit"');
    expect(text).toContain('<option value="office" selected>');
  });

  it('says everything that is missing at once', async () => {
    const { status, text } = await manager.submit(page, { role: 'pilote' });
    expect(status).toBe(422);
    for (const field of ['nom', 'identifiant', 'role', 'email', 'langue'])
      expect(text).toContain(`<a href="#${field}">`);
  });

  it('is not for instructors, neither to look at nor to send', async () => {
    const visitor = await new Visitor(gateway).signIn('moniteur');
    expect((await visitor.open(page)).status).toBe(403);
    expect((await visitor.submit(page, person)).status).toBe(403);
  });
});

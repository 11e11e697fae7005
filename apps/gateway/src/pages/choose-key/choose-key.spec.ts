import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ChooseKey } from '#contracts';
import { type RunningGateway, startGateway } from '../../testing/index.js';
import { catalogues } from '../language/catalogues.js';
import { Visitor } from '../testing/visitor.js';
import { chooseKeyModel } from './choose-key.model.js';

const key = 'trois cigognes sur un vélo';

describe('/choisir-ma-cle', () => {
  let gateway: RunningGateway;
  beforeAll(async () => void (gateway = await startGateway()));
  afterAll(() => gateway.stop());

  it('is the only page a provisional key opens (FRG-02)', async () => {
    const visitor = await new Visitor(gateway).signIn('nouvelle');
    for (const path of ['/', '/accueil', '/parametres', '/parametres/utilisateurs', '/mon-compte']) {
      const answer = await visitor.open(path);
      expect([path, answer.status, answer.headers['location']]).toEqual([path, 303, '/choisir-ma-cle']);
    }
    const page = await visitor.open('/choisir-ma-cle');
    expect(page.status).toBe(200);
    expect(page.text).toMatch(/id="cle"[^>]*autocomplete="new-password"/);
  });

  it('wants the same key twice', async () => {
    const visitor = await new Visitor(gateway).signIn('nouvelle');
    const answer = await visitor.submit('/choisir-ma-cle', { cle: key, confirmation: `${key}s` });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Les deux saisies sont différentes.');
    expect(answer.text).not.toContain(key);
  });

  it('sends back to the door once the key is chosen, without a session (FRG-04)', async () => {
    const visitor = await new Visitor(gateway).signIn('nouvelle');
    const answer = await visitor.submit('/choisir-ma-cle', { cle: key, confirmation: key });
    expect([answer.status, answer.headers['location']]).toEqual([303, '/connexion?dit=cle-choisie']);
    expect(gateway.standIn.asked).toContain(ChooseKey.name);
    expect(visitor.holds('__Host-trousseau')).toBe(false);
    expect((await visitor.open('/connexion?dit=cle-choisie')).text).toContain('votre clé est choisie');
  });

  it('leads somebody with a full session to their account', async () => {
    const visitor = await new Visitor(gateway).signIn('gerante');
    expect((await visitor.open('/choisir-ma-cle')).headers['location']).toBe('/mon-compte');
  });

  it.each(['fr', 'en'] as const)('explains every refusal in %s (KEY-04)', (lang) => {
    const t = catalogues[lang];
    const reasons = Object.keys(t.problems).filter((name) => name.startsWith('key-'));
    expect(reasons).toHaveLength(8);
    const told = reasons.map(
      (cle) => chooseKeyModel(t, { name: 'Inès', identifier: 'ines' }, { cle }).cle.problem,
    );
    expect(new Set(told).size).toBe(8);
    expect(told).not.toContain(t.problems.notValid);
  });
});

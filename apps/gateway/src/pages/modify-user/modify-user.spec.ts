import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AskProvisionalKey, DeactivateUser, RequestReferenceEmailChange } from '#contracts';
import { type RunningGateway, startGateway } from '../../testing/index.js';
import { furnish } from '../testing/furnish.js';
import { Visitor } from '../testing/visitor.js';

const user = '/parametres/utilisateurs/moniteur';
const page = `${user}/modifier`;
const change = { adresse: 'premiere', email: 'yann@nouvelle.example', cle: 'la clé de la gérante' };

describe('/parametres/utilisateurs/…/modifier', () => {
  let gateway: RunningGateway;
  let manager: Visitor;
  beforeAll(async () => {
    gateway = await startGateway();
    furnish(gateway.standIn);
    manager = await new Visitor(gateway).signIn('gerante');
  });
  afterAll(() => gateway.stop());

  it('asks for the manager’s own key again and explains the unusable address (REF-01)', async () => {
    const { text } = await manager.open(page);
    expect(text).toContain('Votre clé');
    expect(text).toMatch(/id="cle"[^>]*autocomplete="current-password"/);
    expect(text).toContain('L’ancienne adresse n’est plus utilisable');
    expect(text).toContain('72 heures');
    expect(text).toContain('l’ancienne adresse doit donner son accord');
  });

  it('says that mail to somebody does not arrive, and of nobody else (EML-07)', async () => {
    const sentence = 'Les mails à cette adresse n’arrivent pas.';
    const { text } = await manager.open('/parametres/utilisateurs/nouvelle/modifier');
    expect(text).toContain(sentence);
    expect(text).toContain('puis changez l’adresse ici');
    expect((await manager.open(page)).text).not.toContain(sentence);
  });

  it('sends the change and shows the list that knows it already', async () => {
    const { status, headers } = await manager.submit(page, change);
    expect(status).toBe(303);
    expect(headers['location']).toMatch(/\?dit=adresse-demandee&apres=\d+$/);
    expect(gateway.standIn.asked).toContain(RequestReferenceEmailChange.name);
  });

  it('removes a second address that is left empty, never the first (REF-06)', async () => {
    const second = await manager.submit(page, { ...change, adresse: 'seconde', email: '' });
    expect(second.headers['location']).toMatch(/dit=adresse-retiree/);
    const first = await manager.submit(page, { ...change, email: '' });
    expect(first.status).toBe(422);
    expect(first.text).toContain('Saisissez l’adresse mail.');
  });

  it('keeps the typed address after a mistake, never the key', async () => {
    const { status, text } = await manager.submit(page, { ...change, email: 'sans arobase' });
    expect(status).toBe(422);
    expect(text).toContain('value="sans arobase"');
    expect(text).not.toContain(change.cle);
  });

  it('asks for the second factor first where the manager has one, and comes back; for five minutes (REF-01)', async () => {
    const at = gateway.platform.clock.now();
    const app = { compulsory: true, totp: { addedAt: at }, passkeys: [], codesLeft: 10 };
    gateway.standIn.factors.set('gerante', app);
    const first = await manager.open(page);
    expect(first.text).toContain('donnez d’abord votre second facteur');
    expect(first.text).not.toContain('id="cle"');
    const go = /href="(\/second-facteur\?suite=[^"]+)"/.exec(first.text)?.[1] ?? '';
    await manager.open(go.replaceAll('&amp;', '&'));
    const given = await manager.submit('/second-facteur', { code: '123456', suite: page });
    expect(given.headers['location']).toBe(page);
    expect((await manager.open(page)).text).toContain('id="cle"');
    gateway.standIn.factors.delete('gerante');
  });

  it('deactivates, and sends a provisional key that the manager does not see (FRG-14)', async () => {
    const deactivated = await manager.submit(`${user}/desactiver`);
    expect(deactivated.headers['location']).toMatch(/moniteur\/modifier\?dit=desactive&apres=\d+$/);
    const sent = await manager.submit(`${user}/cle-provisoire`);
    expect(sent.headers['location']).toMatch(/dit=cle-envoyee/);
    expect(gateway.standIn.asked).toEqual(
      expect.arrayContaining([DeactivateUser.name, AskProvisionalKey.name]),
    );
  });

  it('is a 404 for an id of another school, on every door (REF-05, TST-31)', async () => {
    const foreign = '/parametres/utilisateurs/other-school';
    expect((await manager.open(`${foreign}/modifier`)).status).toBe(404);
    for (const door of ['modifier', 'desactiver', 'reactiver', 'cle-provisoire'])
      expect([door, (await manager.submit(`${foreign}/${door}`, change)).status]).toEqual([door, 404]);
  });

  it('is not for instructors', async () => {
    const visitor = await new Visitor(gateway).signIn('moniteur');
    expect((await visitor.open(page)).status).toBe(403);
    expect((await visitor.submit(`${user}/desactiver`)).status).toBe(403);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningGateway, startGateway } from '../../testing/index.js';
import { furnish } from '../testing/furnish.js';
import { Visitor } from '../testing/visitor.js';

const list = '/parametres/utilisateurs';

describe(list, () => {
  let gateway: RunningGateway;
  let manager: Visitor;
  beforeAll(async () => {
    gateway = await startGateway();
    furnish(gateway.standIn);
    manager = await new Visitor(gateway).signIn('gerante');
  });
  afterAll(() => gateway.stop());

  it('shows everybody with role, state, last sign-in and what is pending', async () => {
    const { status, text } = await manager.open(list);
    expect(status).toBe(200);
    for (const words of ['7 utilisateurs', 'yann.legoff', 'Moniteur', 'badge-deactivated', 'Jamais'])
      expect(text).toContain(words);
    expect(text).toMatch(/yann\.le-goff@nouvelle-adresse\.example<\/span><br>.*en attente de confirmation/);
    expect(text).toMatch(/datetime="2026-11-20T16:19:00.000Z">avant-hier<br>.*20 nov\. 2026, 17:19/);
    expect(text).toContain('href="/parametres/utilisateurs/moniteur/modifier">modifier');
    // Nothing reaches Inès (EML-07).
    expect(text.match(/Les mails à cette adresse n’arrivent pas\./g)).toHaveLength(1);
    expect(text).toMatch(/ines\.petit@autoecole-du-port\.example<\/span>\s*<div class="pending">\s*<svg/);
    // Nora alone has something beside her key (MFA-01).
    expect(text.match(/icon-shield/g)).toHaveLength(1);
  });

  it('says by which column it is sorted, and a press on it turns the order round', async () => {
    const { text } = await manager.open(`${list}?tri=role&q=e`);
    expect(text).toContain(
      'aria-sort="ascending"><a href="/parametres/utilisateurs?q=e&tri=role&sens=decroissant">Rôle',
    );
    expect(text.match(/aria-sort/g)).toHaveLength(1);
  });

  it('says so when nobody matches, in words that cannot become markup', async () => {
    const { text } = await manager.open(`${list}?q=${encodeURIComponent('<b>zébulon')}`);
    expect(text).toContain('Aucun résultat');
    const raw = await gateway.ask({ url: `${list}?q=%3Cb%3E` });
    expect(raw.text).not.toContain('<b>');
  });

  it('shows the beginning again when a page of the list is gone', async () => {
    const { status, text } = await manager.open(`${list}?curseur=old`);
    expect(status).toBe(200);
    expect(text).toContain('Voici le début.');
    expect(text).toContain('yann.legoff');
  });

  it('tells others whom to ask, and shows them nobody (REF-05)', async () => {
    const { status, text } = await (await new Visitor(gateway).signIn('moniteur')).open(list);
    expect(status).toBe(403);
    expect(text).toContain('Cette page est réservée au gérant');
    expect(text).not.toContain('sophie.bernard');
  });

  it.each(['q=a&q=b', `q=${'a'.repeat(300)}`, 'q=%00', 'tri=mot-de-passe', 'apres=-1', 'apres=x'])(
    'refuses the address ?%s with a page (TST-25)',
    async (query) => {
      const { status, text } = await manager.open(`${list}?${query}`);
      expect(status).toBe(400);
      expect(text).toContain('<html lang="fr">');
    },
  );
});

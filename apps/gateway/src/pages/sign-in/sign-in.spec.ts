import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningGateway, startGateway } from '../../testing/index.js';
import { Visitor } from '../testing/visitor.js';

describe('/connexion', () => {
  let gateway: RunningGateway;
  beforeAll(async () => void (gateway = await startGateway()));
  afterAll(() => gateway.stop());
  afterEach(() => void (gateway.standIn.retryAfter = undefined));

  const atTheDoor = async (language?: string) => {
    const visitor = new Visitor(gateway, language);
    return { visitor, page: await visitor.open('/connexion') };
  };
  const right = () => ({ identifiant: 'gerante', cle: gateway.standIn.people.get('gerante')!.key });

  it('has the fields and words of the portal, and tells password managers what they are (KEY-02)', async () => {
    const { page } = await atTheDoor();
    expect(page.status).toBe(200);
    expect(page.text).toContain('<html lang="fr">');
    expect(page.text).toMatch(/id="identifiant"[^>]*autocomplete="username" autocapitalize="none"/);
    expect(page.text).toMatch(/id="cle"[^>]*type="password" autocomplete="current-password"/);
    expect(page.text).toMatch(/>Entrer<\/button>/);
    expect(page.text).toContain('Clé oubliée ?');
    expect(page.text).toContain('Je reste connecté(e)');
  });

  it('speaks English to whoever asks for it, and French to everybody else', async () => {
    expect((await atTheDoor('en-GB')).page.text).toContain('<html lang="en">');
    expect((await atTheDoor('de')).page.text).toContain('<html lang="fr">');
  });

  it('leads home with the right pair', async () => {
    const { visitor } = await atTheDoor();
    const answer = await visitor.submit('/connexion', right());
    expect([answer.status, answer.headers['location']]).toEqual([303, '/accueil']);
    expect((await visitor.open('/accueil')).text).toContain('Bonjour Léandra Morvan');
  });

  it('keeps the identifiant after a wrong pair and never sends a key back', async () => {
    const { visitor } = await atTheDoor();
    const answer = await visitor.submit('/connexion', { identifiant: 'gerante', cle: 'secret typed' });
    expect(answer.status).toBe(401);
    expect(answer.text).toContain('Identifiant ou clé incorrects.');
    expect(answer.text).toContain('href="/cle-oubliee"');
    expect(answer.text).toContain('value="gerante"');
    expect(answer.text).not.toContain('secret typed');
    expect(answer.text).toMatch(/id="cle"[^>]*aria-describedby="paire-erreur"/);
  });

  it('answers an unknown identifier exactly as a wrong key (LOG-01)', async () => {
    const withoutChance = ({ status, text, headers }: Awaited<ReturnType<Visitor['submit']>>) => ({
      status,
      text: text.replace(/name="jeton" value="[^"]+"/g, ''),
      headers: { ...headers, date: '', 'content-length': '' },
    });
    const { visitor } = await atTheDoor();
    const wrong = await visitor.submit('/connexion', { identifiant: 'gerante', cle: 'non' });
    const unknown = await visitor.submit('/connexion', { identifiant: 'inconnu', cle: 'non' });
    const same = withoutChance(unknown);
    expect({ ...same, text: same.text.replaceAll('inconnu', 'gerante') }).toEqual(withoutChance(wrong));
  });

  it('says how long to wait after too many tries (LOG-03)', async () => {
    gateway.standIn.retryAfter = 240;
    const { visitor } = await atTheDoor();
    const answer = await visitor.submit('/connexion', right());
    expect([answer.status, answer.headers['retry-after']]).toEqual([429, '240']);
    expect(answer.text).toMatch(/attendre 4\sminutes/);
    expect(answer.text).toContain('value="gerante"');
  });

  it('says which field is empty', async () => {
    const { visitor } = await atTheDoor();
    const answer = await visitor.submit('/connexion', { identifiant: 'gerante', cle: '' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('<title>Erreur\u00a0: Se connecter – Trousseau</title>');
    expect(answer.text).toContain('<a href="#cle">Saisissez votre clé.</a>');
    expect(answer.text).toMatch(/id="cle"[^>]*aria-invalid="true" aria-describedby="cle-erreur"/);
    expect(answer.text).not.toContain('Saisissez votre identifiant.');
  });

  it('goes on to the page that was asked for, if it is one of ours (WEB-05)', async () => {
    const { visitor } = await atTheDoor();
    const asked = await visitor.open('/parametres/utilisateurs');
    expect(asked.status).toBe(200);
    expect(asked.text).toContain('Connectez-vous pour continuer.');
    expect(asked.text).toContain('name="suite" value="/parametres/utilisateurs"');
    const there = await visitor.submit('/connexion', { ...right(), suite: '/parametres/utilisateurs' });
    expect(there.headers['location']).toBe('/parametres/utilisateurs');
    const away = new Visitor(gateway);
    await away.open('/connexion?suite=//evil.example');
    const answer = await away.submit('/connexion', { ...right(), suite: 'https://evil.example/' });
    expect(answer.headers['location']).toBe('/accueil');
  });

  it('is shown in place with the dead cookie expired, never by a redirect (WEB-05)', async () => {
    const visitor = await new Visitor(gateway).signIn('gerante');
    visitor.spoil('__Host-trousseau');
    const answer = await visitor.open('/accueil');
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('Votre session est terminée.');
    expect(visitor.holds('__Host-trousseau')).toBe(false);
  });

  it('tells somebody who is signed in, and sends them nowhere', async () => {
    const visitor = await new Visitor(gateway).signIn('gerante');
    const answer = await visitor.open('/connexion');
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('Vous êtes déjà connecté(e)\u00a0: Léandra Morvan.');
    const choosing = await new Visitor(gateway).signIn('nouvelle');
    expect((await choosing.open('/connexion')).text).toContain('Il vous reste à choisir votre clé.');
  });

  it('refuses a form that is not ours (WEB-02)', async () => {
    const answer = await new Visitor(gateway).submit('/connexion', { ...right(), jeton: 'forged' });
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('<html lang="fr">');
  });
});

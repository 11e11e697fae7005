import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { readSettings } from '#settings';
import { type RunningGateway, startGateway } from '../../testing/index.js';
import { Visitor } from '../testing/visitor.js';

const door = '/connexion/assistance';

describe('/connexion/assistance', () => {
  let gateway: RunningGateway;
  beforeAll(async () => {
    const settings = readSettings({
      TROUSSEAU_SUPPORT_PHONE: '01 23 45 67 89',
      TROUSSEAU_SUPPORT_EMAIL: 'aide@trousseau.example',
    });
    gateway = await startGateway({ settings });
  });
  afterAll(() => gateway.stop());
  afterEach(() => void (gateway.standIn.retryAfter = undefined));

  const atTheDoor = async () => {
    const visitor = new Visitor(gateway);
    return { visitor, page: await visitor.open(door) };
  };
  const right = { identifiant: 'gerante', telephone: '1234 5678', secours: 'ABCD' };

  it('says how support is reached, and that the number on file is called back (TEL-02, FRG-05)', async () => {
    const { page } = await atTheDoor();
    expect(page.text).toContain('href="tel:0123456789"');
    expect(page.text).toContain('mailto:aide@trousseau.example');
    expect(page.text).toContain('nous rappelons ce numéro');
    expect(page.text).toMatch(/id="telephone"[^>]*autocomplete="one-time-code"/);
  });

  it('does without phone and address where there are none', async () => {
    const other = await startGateway();
    const page = await new Visitor(other).open(door);
    expect(page.text).not.toMatch(/tel:|mailto:/);
    await other.stop();
  });

  it('is linked from the help of the sign-in page', async () => {
    const page = await new Visitor(gateway).open('/connexion');
    expect(page.text).toContain(`href="${door}"`);
  });

  it('leads to the page where a key is chosen, and to no other (TEL-05, FRG-02)', async () => {
    const { visitor } = await atTheDoor();
    const answer = await visitor.submit(door, right);
    expect([answer.status, answer.headers['location']]).toEqual([303, '/choisir-ma-cle']);
    expect((await visitor.open('/choisir-ma-cle')).status).toBe(200);
    const home = await visitor.open('/accueil');
    expect(home.text).not.toContain('Bonjour Léandra Morvan</h1>');
  });

  it('answers a wrong code and an unknown identifier with the same page, without a code in it (LOG-01)', async () => {
    const { visitor } = await atTheDoor();
    const wrong = await visitor.submit(door, { ...right, telephone: '87654321' });
    const unknown = await visitor.submit(door, { ...right, identifiant: 'inconnu' });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(wrong.text).toContain('Identifiant ou code incorrects.');
    expect(wrong.text).not.toMatch(/87654321|ABCD/);
    const bare = (text: string) => text.replace(/value="[^"]*"/g, '');
    expect(bare(unknown.text)).toBe(bare(wrong.text));
  });

  it('says how long to wait after too many', async () => {
    gateway.standIn.retryAfter = 600;
    const { visitor } = await atTheDoor();
    const answer = await visitor.submit(door, right);
    expect([answer.status, answer.headers['retry-after']]).toEqual([429, '600']);
    expect(answer.text).toContain('10 minutes');
  });

  it('asks for what is missing, beside its field', async () => {
    const { visitor } = await atTheDoor();
    const answer = await visitor.submit(door, { identifiant: 'gerante' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Saisissez le code que l’assistance vous a lu.');
    expect(answer.text).toContain('value="gerante"');
  });
});

describe('/opposition/…', () => {
  let gateway: RunningGateway;
  beforeAll(async () => void (gateway = await startGateway()));
  afterAll(() => gateway.stop());

  it('stops a recovery at the press of the button, not before (TEL-07, FRG-12)', async () => {
    const visitor = new Visitor(gateway);
    const page = await visitor.open('/opposition/good-link');
    expect(page.text).toContain('Léandra (Auto-école du Port)');
    expect(gateway.standIn.asked).toEqual([]);
    const done = await visitor.submit('/opposition/good-link');
    expect(done.text).toContain('La demande est arrêtée');
    expect((await visitor.open('/opposition/good-link')).text).not.toContain(
      '<button class="button button-danger',
    );
  });

  it.each(['other', 'a b', '<script>'])('says that %j leads nowhere', async (value) => {
    const visitor = new Visitor(gateway);
    const url = `/opposition/${encodeURIComponent(value)}`;
    expect((await visitor.open(url)).status).toBe(404);
    expect((await visitor.submit(url)).status).toBe(404);
  });

  it('shows the calls of demo mode', async () => {
    expect((await new Visitor(gateway).open('/dev/appels')).text).toContain('+33612345678');
  });
});

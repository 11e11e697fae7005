import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StoreUnavailable } from '#event-store';
import { type RunningGateway, startGateway } from '../../testing/index.js';
import { Visitor } from '../testing/visitor.js';

describe('« Je reste connecté(e) »', () => {
  let gateway: RunningGateway;
  beforeAll(async () => void (gateway = await startGateway()));
  afterAll(() => gateway.stop());

  /** Signs in with the box ticked, and comes back another day, when the session is over. */
  const backAnotherDay = async (userId = 'moniteur') => {
    const visitor = new Visitor(gateway);
    await visitor.open('/connexion');
    const cle = gateway.standIn.people.get(userId)!.key;
    const entered = await visitor.submit('/connexion', { identifiant: userId, cle, rester: 'oui' });
    gateway.standIn.sessions.clear();
    visitor.spoil('__Host-trousseau');
    return { visitor, entered };
  };
  const cookieIn = (cookies: readonly string[], name: string) =>
    cookies.find((line) => line.startsWith(`__Host-${name}=`));

  it('says on the sign-in page where not to tick the box', async () => {
    const { text } = await new Visitor(gateway).open('/connexion');
    expect(text).toMatch(/id="rester"[^>]*aria-describedby="rester-aide"/);
    expect(text).toContain('<label for="rester">Je reste connecté(e)</label>');
    expect(text).toContain('À ne pas cocher sur un appareil que plusieurs personnes utilisent');
  });

  it('sets a cookie of its own for thirty days, which no other site can send along (SES-04, WEB-01)', async () => {
    const { entered } = await backAnotherDay();
    expect(entered.headers['location']).toBe('/accueil');
    expect(cookieIn(entered.cookies, 'rm')).toMatch(
      /=[0-9a-f]{32}\.[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
  });

  it.each([
    ['oui', true],
    ['on', true],
    ['1', true],
    ['true', true],
    ['', false],
    ['non', false],
    ['off', false],
    ['0', false],
  ])('takes the box for what a browser or a program says of it: %s', async (rester, remembered) => {
    const visitor = new Visitor(gateway);
    await visitor.open('/connexion');
    const cle = gateway.standIn.people.get('moniteur')!.key;
    const { cookies } = await visitor.submit('/connexion', { identifiant: 'moniteur', cle, rester });
    expect(cookieIn(cookies, 'rm')?.startsWith('__Host-rm=;') ?? true).toBe(!remembered);
  });

  it('opens the page that was asked for, with a new session and a new cookie (SES-05)', async () => {
    const { visitor, entered } = await backAnotherDay();
    const answer = await visitor.open('/mon-compte');
    expect(answer.text).toContain('Yann Le Goff');
    const before = cookieIn(entered.cookies, 'rm');
    expect(cookieIn(answer.cookies, 'rm')?.split('.')[0]).toBe(before?.split('.')[0]);
    expect(cookieIn(answer.cookies, 'rm')).not.toBe(before);
    expect(cookieIn(answer.cookies, 'trousseau')).toMatch(/=[\w-]{43}; Path/);
    expect((await visitor.submit('/deconnexion')).status).toBe(303);
  });

  it('lets a form that stood open since yesterday go through (WEB-02)', async () => {
    const { visitor } = await backAnotherDay();
    await visitor.open('/accueil');
    gateway.standIn.sessions.clear();
    const { status, headers } = await visitor.submit('/mon-compte/sessions/autres');
    expect([status, headers['location']]).toEqual([303, '/mon-compte?dit=autres-fermees']);
  });

  it('shows the sign-in page where the browser is not remembered any more, its cookies expired (WEB-05)', async () => {
    const { visitor } = await backAnotherDay();
    gateway.standIn.remembered.clear();
    const answer = await visitor.open('/accueil');
    expect([answer.status, visitor.holds('__Host-rm')]).toEqual([200, false]);
    expect(answer.text).toContain('Votre session est terminée.');
  });

  it('keeps the cookie when nobody can say (SES-13)', async () => {
    const { visitor } = await backAnotherDay();
    gateway.standIn.before = () => {
      throw new StoreUnavailable('down');
    };
    const answer = await visitor.open('/accueil');
    gateway.standIn.before = () => undefined;
    expect([answer.status, visitor.holds('__Host-rm')]).toEqual([503, true]);
  });

  it('ends with signing out, whose cookie goes too (SES-10)', async () => {
    const { visitor } = await backAnotherDay();
    await visitor.open('/accueil');
    await visitor.submit('/deconnexion');
    expect([visitor.holds('__Host-rm'), visitor.holds('__Host-trousseau')]).toEqual([false, false]);
  });

  it('leaves nobody from before behind when the next one signs in without it', async () => {
    const { visitor } = await backAnotherDay();
    gateway.standIn.remembered.clear();
    await visitor.signIn('gerante');
    expect(visitor.holds('__Host-rm')).toBe(false);
  });

  it('is not offered to a manager, who is told so once (SES-09)', async () => {
    const { visitor, entered } = await backAnotherDay('gerante');
    expect(entered.headers['location']).toBe('/accueil?dit=rester-non-offert');
    expect(visitor.holds('__Host-rm')).toBe(false);
  });

  it('is listed in « Mon compte » and forgotten from there (SES-11)', async () => {
    gateway.standIn.remembered.clear();
    await backAnotherDay();
    const [selector = ''] = gateway.standIn.remembered.keys();
    const elsewhere = await new Visitor(gateway).signIn('moniteur');
    const { text } = await elsewhere.open('/mon-compte');
    expect(text).toMatch(/Safari, iPhone[^]*«\sJe reste connecté\(e\)\s» coché/);
    expect(text).toContain(`name="appareil" value="${selector}"`);
    const answer = await elsewhere.submit('/mon-compte/sessions/appareil', { appareil: selector });
    expect(answer.headers['location']).toBe('/mon-compte?dit=appareil-oublie');
    expect(gateway.standIn.remembered.size).toBe(0);
    expect((await elsewhere.submit('/mon-compte/sessions/appareil', { appareil: 'x' })).status).toBe(400);
  });

  it('stays ticked after a wrong key', async () => {
    const visitor = new Visitor(gateway);
    await visitor.open('/connexion');
    const wrong = { identifiant: 'moniteur', cle: 'une autre', rester: 'oui' };
    expect((await visitor.submit('/connexion', wrong)).text).toMatch(/id="rester"[^>]* checked>/);
  });
});

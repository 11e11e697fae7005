import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuthModule, publishAuth } from '#apps/auth';
import { createGateway } from '#apps/gateway';
import { NotificationsModule } from '#apps/notifications';
import { UsersModule, publishUsers } from '#apps/users';
import { RegisterSchool } from '#contracts';
import { eventually } from '#event-store/testing';
import { startServices, testPlatform } from '#platform/testing';
import { readSettings } from '#settings';
import { Visitor } from '../../apps/gateway/src/pages/testing/visitor.js';
import { ask, type Asked } from '../../apps/gateway/src/testing/index.js';
import { SmtpSink } from '../../apps/notifications/src/testing/smtp-sink.js';
import { provisionalKeyIn } from '../product/people.js';

const KEY = 'trois péniches sous la neige';
const phone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile/15E148 Safari/604.1';
const desk = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0';

/** The four services over HTTP pages, a real SMTP conversation, and a clock that can be moved. */
describe('a person whose key is used where it never was (LOG-09)', () => {
  let sink: SmtpSink;
  let platform: Awaited<ReturnType<typeof testPlatform>>;
  let send: (request: Asked) => ReturnType<typeof ask>;
  let stop: () => Promise<void>;
  let atHome: Visitor;

  beforeAll(async () => {
    sink = await SmtpSink.open();
    platform = await testPlatform({
      publish: [publishAuth, publishUsers],
      settings: readSettings({ SMTP_URL: sink.url, TROUSSEAU_PUBLIC_URL: 'https://portail.example' }),
    });
    const services = await startServices(platform, [AuthModule, UsersModule, NotificationsModule]);
    const app = await createGateway(platform);
    await app.listen(0, '127.0.0.1');
    send = (request) => ask(app, request);
    stop = async () => {
      await app.close();
      await services.stop();
      await sink.close();
    };
    const registered = await platform.bus.ask(RegisterSchool, {
      commandId: randomUUID(),
      actor: { kind: 'command-line' },
      name: 'Auto-école du Port',
      manager: {
        identifier: 'marie.durand',
        name: 'Marie Durand',
        email: 'marie@ecole.example',
        phone: '06 12 34 56 78',
        locale: 'fr',
      },
    });
    if (registered.outcome === 'refused') throw new Error(registered.reason);
    atHome = browser(phone);
  });
  afterAll(() => stop());

  const browser = (userAgent: string) =>
    new Visitor({ ask: send } as ConstructorParameters<typeof Visitor>[0], undefined, userAgent);
  const enter = async (person: Visitor, cle = KEY) => {
    await person.open('/connexion');
    return person.submit('/connexion', { identifiant: 'marie.durand', cle });
  };
  const mail = async (nth: number) => {
    const { mail } = (await sink.received(nth))[nth - 1]!;
    // On one line, whichever words the width of a mail breaks apart.
    return { ...mail, words: (mail.text ?? '').replace(/\s+/g, ' ') };
  };
  /** The mails that were called for. What is told is heard in order: behind one mail stands nothing that is still to be. */
  const called = async () =>
    (await platform.events.readAll(-1, 10_000)).flatMap(({ type, data }) =>
      type === 'MailRequested' ? [data['kind']] : [],
    );
  const lets = (answer: Awaited<ReturnType<typeof enter>>) =>
    expect(answer.headers['location']).toBe('/accueil');

  it('hears nothing of the very first sign-in, nor of the others that day', async () => {
    await enter(atHome, provisionalKeyIn((await mail(1)).text ?? ''));
    await eventually(async () => {
      await atHome.open('/choisir-ma-cle');
      const { status } = await atHome.submit('/choisir-ma-cle', { cle: KEY, confirmation: KEY });
      if (status === 503) throw new Error('busy');
    });
    expect((await mail(2)).subject).toBe('Votre clé a été changée');
    lets(await enter(atHome));
    lets(await enter(browser(desk)));
  });

  it('is mailed when a browser is new: when, which, and what to do, with neither identifier nor link of a secret', async () => {
    platform.clock.advance({ hours: 25 });
    lets(await enter(atHome));
    lets(await enter(browser(desk)));
    const { subject, words, to } = await mail(3);
    expect(await called()).toEqual(['welcome', 'key-changed-notice', 'unusual-sign-in-notice']);
    expect(subject).toBe('Votre clé a servi dans un autre navigateur');
    expect(to?.[0]?.address).toBe('marie@ecole.example');
    expect(words).toContain('lundi 23 novembre à 10 h (heure de Paris)');
    expect(words).toContain('(Firefox, Windows)');
    expect(words).toContain('https://portail.example/cle-oubliee');
    for (const secret of ['marie.durand', KEY, '/lien/', '/pas-moi/']) expect(words).not.toContain(secret);
  });

  it('is not mailed again that day for a browser that keeps no cookies, and is for yet another one', async () => {
    lets(await enter(browser(desk)));
    lets(await enter(browser('curl/8.14.1')));
    expect((await mail(4)).words).toContain('que nous ne reconnaissons pas.');
    expect(await called()).toHaveLength(4);
  });

  it('is mailed when the right key follows wrong ones that had to wait, and not of each wrong one', async () => {
    for (let wrong = 0; wrong < 5; wrong += 1) await enter(atHome, 'une autre clé que la mienne');
    platform.clock.advance({ minutes: 1 });
    lets(await enter(atHome));
    const { subject, words } = await mail(5);
    expect(subject).toBe('Votre clé a servi après plusieurs essais manqués');
    expect(words).toContain('(Safari, iPhone)');
    expect(words).toContain('5 mauvaises avaient');
    expect(await called()).toHaveLength(5);
  });
});

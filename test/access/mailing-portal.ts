import { randomUUID } from 'node:crypto';
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

/** The key that the manager chooses. */
export const KEY = 'trois péniches sous la neige';

/** The four services over HTTP pages, a real SMTP conversation, and a clock that can be moved; one school, whose manager has just been welcomed. */
export const startMailingPortal = async () => {
  const sink = await SmtpSink.open();
  const platform = await testPlatform({
    publish: [publishAuth, publishUsers],
    settings: readSettings({ SMTP_URL: sink.url, TROUSSEAU_PUBLIC_URL: 'https://portail.example' }),
  });
  const services = await startServices(platform, [AuthModule, UsersModule, NotificationsModule]);
  const app = await createGateway(platform);
  await app.listen(0, '127.0.0.1');
  const send = (request: Asked) => ask(app, request);
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

  const mail = async (nth: number) => {
    const { mail } = (await sink.received(nth))[nth - 1]!;
    // On one line, whichever words the width of a mail breaks apart.
    return { ...mail, words: (mail.text ?? '').replace(/\s+/g, ' ') };
  };
  const enter = async (person: Visitor, cle = KEY) => {
    await person.open('/connexion');
    return person.submit('/connexion', { identifiant: 'marie.durand', cle });
  };

  return {
    platform,
    sink,
    send,
    mail,
    enter,
    browser: (userAgent: string) =>
      new Visitor({ ask: send } as ConstructorParameters<typeof Visitor>[0], undefined, userAgent),
    /** The manager takes the key of the welcome, which is the first mail, and chooses one. */
    settle: async (person: Visitor) => {
      await enter(person, provisionalKeyIn((await mail(1)).text ?? ''));
      // On a machine with much to do the first appraisal answers `busy`, which any person waits out.
      await eventually(async () => {
        await person.open('/choisir-ma-cle');
        const { status } = await person.submit('/choisir-ma-cle', { cle: KEY, confirmation: KEY });
        if (status === 503) throw new Error('busy');
      });
    },
    stop: async () => {
      await app.close();
      await services.stop();
      await sink.close();
    },
  };
};

/** What `startMailingPortal` gives. */
export type MailingPortal = Awaited<ReturnType<typeof startMailingPortal>>;

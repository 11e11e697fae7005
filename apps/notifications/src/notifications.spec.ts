import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterEach, describe, expect, it } from '@jest/globals';
import { GetDemoMail, ListDemoMails } from '#contracts';
import { eventually } from '#event-store/testing';
import { SignedLinks } from '#links';
import { openLog, type Platform } from '#platform';
import { InProcessClient, InProcessExchange, NestServiceBus } from '#service-bus';
import { readSettings } from '#settings';
import { mailEvents, officePlatform, openOffice, recorded, tell } from './testing/office.js';
import { SmtpSink } from './testing/smtp-sink.js';
import { World } from './testing/stand-ins.js';

const toClose: { close(): Promise<void> }[] = [];
const closing = <T extends { close(): Promise<void> }>(resource: T): T => {
  toClose.push(resource);
  return resource;
};
afterEach(async () => {
  for (const resource of toClose.splice(0).reverse()) await resource.close();
});

const settingsFor = (env: Record<string, string>) =>
  readSettings({ TROUSSEAU_PUBLIC_URL: 'https://portail.example', ...env });

const withSmtp = async (overrides: Parameters<typeof officePlatform>[0] = {}) => {
  const sink = closing(await SmtpSink.open());
  const platform = await officePlatform({ settings: settingsFor({ SMTP_URL: sink.url }), ...overrides });
  return { sink, platform };
};
const startedWithSmtp = async () => {
  const { sink, platform } = await withSmtp();
  const office = closing(await openOffice(platform));
  return { sink, platform, ...office };
};

const KEY = /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/m;
const renewal = (reason: 'forgotten' | 'welcome' | 'asked-by-manager' = 'forgotten') =>
  ({
    type: 'credential.key-renewal-requested',
    userId: 'u1',
    requestId: randomUUID(),
    reason,
    locale: 'fr',
  }) as const;
const keyChanged = { type: 'credential.key-changed', userId: 'u1', epoch: 2, generation: 2 } as const;
const unusual = (browser = 'Firefox, Windows') =>
  ({
    type: 'session.opened',
    userId: 'u1',
    sessionId: createHash('sha256').update(randomUUID()).digest('hex'),
    level: 'full',
    unusual: { newBrowser: true, failures: 0, browser },
  }) as const;
const change = (type: string, more = {}) =>
  ({ type, userId: 'u1', schoolId: 's1', changeId: 'c1', ...more }) as Parameters<typeof tell>[1];

const types = async (platform: Platform) => (await mailEvents(platform.events)).map(({ type }) => type);
const accepted = (platform: Platform, times = 1) => recorded(platform.events, 'MailAccepted', times);

describe('a provisional key', () => {
  it('is made, recorded by auth, and only then mailed, alone on its line (FRG-15)', async () => {
    const { sink, platform, world } = await startedWithSmtp();
    await tell(platform, renewal());
    await accepted(platform);
    const [mail] = sink.mails;
    expect(mail?.to).toEqual(['marie@exemple.fr']);
    expect(mail?.mail.subject).toMatch(/^Votre clé provisoire/);
    expect(mail?.mail.text).toMatch(KEY);
    expect(KEY.exec(mail?.mail.text ?? '')?.[0]).toBe(world.keys[0]);
    expect(await types(platform)).toEqual(['MailRequested', 'MailAttempted', 'MailAccepted']);
  });

  it('tells auth that it has left', async () => {
    const { platform, world } = await startedWithSmtp();
    await tell(platform, renewal());
    await accepted(platform);
    const [, , event] = await mailEvents(platform.events);
    while (world.sent.length === 0) await new Promise(setImmediate);
    expect(world.sent).toEqual([event?.data['issueId']]);
  });

  it('comes with a signed link to say "it was not me" (FRG-13)', async () => {
    const { sink, platform } = await startedWithSmtp();
    await tell(platform, renewal());
    await accepted(platform);
    const [, value = ''] =
      /^https:\/\/portail\.example\/pas-moi\/(\S+)$/m.exec(sink.mails[0]?.mail.text ?? '') ?? [];
    const link = new SignedLinks(platform.secrets.linksKey).open(value, platform.clock.now());
    expect(link).toMatchObject({ kind: 'not-me', userId: 'u1', expiresAt: '2026-11-23T08:00:00.000Z' });
  });

  it('welcomes a new user by the same road', async () => {
    const { sink, platform, world } = await startedWithSmtp();
    await tell(platform, renewal('welcome'));
    await accepted(platform);
    expect(sink.mails[0]?.mail.subject).toBe('Votre clé provisoire\u00a0: bienvenue sur Trousseau');
    expect(sink.mails[0]?.mail.text).toContain(world.keys[0]);
  });

  it('is another one in the next attempt: none is kept for a retry (FRG-15)', async () => {
    const { sink, platform, world, round } = await startedWithSmtp();
    sink.toContent = () => 451;
    await tell(platform, renewal());
    await recorded(platform.events, 'MailFailed');
    sink.toContent = () => undefined;
    platform.clock.advance({ seconds: 5 });
    await round();
    await accepted(platform);
    expect(world.keys).toHaveLength(2);
    expect(world.keys[1]).not.toBe(world.keys[0]);
    expect(sink.mails[0]?.mail.text).toContain(world.keys[1]);
    expect(sink.mails[0]?.mail.messageId).toMatch(/\.2@/);
  });

  it('is another one too when the answer of the mail server was lost (FRG-15)', async () => {
    const { sink, platform, world, round } = await startedWithSmtp();
    sink.losesItsAnswer = true;
    await tell(platform, renewal());
    await recorded(platform.events, 'MailFailed');
    platform.clock.advance({ seconds: 5 });
    await round();
    await accepted(platform);
    expect(sink.mails.map(({ mail }) => KEY.exec(mail.text ?? '')?.[0])).toEqual(world.keys);
    expect(new Set(world.keys).size).toBe(2);
  });

  it('stands nowhere but in the mail: no event and no log line holds it, nor an address (EML-08)', async () => {
    const lines: string[] = [];
    const destination = new Writable({
      write: (line, _encoding, done) => {
        lines.push(String(line));
        done();
      },
    });
    const { sink, platform } = await withSmtp({ log: openLog('debug', destination) });
    const { world, round, close } = await openOffice(platform);
    sink.toRecipient = () => 451;
    await tell(platform, renewal());
    await recorded(platform.events, 'MailFailed');
    sink.toRecipient = () => undefined;
    platform.clock.advance({ seconds: 5 });
    await round();
    await accepted(platform);
    await close();
    const everything = `${lines.join('')}${JSON.stringify(await mailEvents(platform.events))}`;
    expect(world.keys).toHaveLength(2);
    for (const key of world.keys) expect(everything).not.toContain(key);
    expect(everything).not.toContain('marie@');
    expect(lines.join('')).toContain('mail accepted');
    expect(lines.join('')).toContain('m…e@e…e.fr');
  });

  it('is not made when auth does not want it', async () => {
    const { sink, platform, world } = await startedWithSmtp();
    world.authAnswers = 'not-wanted';
    await tell(platform, renewal());
    await recorded(platform.events, 'MailAbandoned');
    expect(sink.connections).toBe(0);
  });

  it('is given up an hour after it was asked for', async () => {
    const { sink, platform, world, round } = await startedWithSmtp();
    world.authAnswers = 'busy';
    await tell(platform, renewal());
    await recorded(platform.events, 'MailFailed');
    platform.clock.advance({ minutes: 60 });
    await round();
    await recorded(platform.events, 'MailAbandoned');
    expect((await mailEvents(platform.events)).at(-1)?.data).toEqual({ attempts: 1, reason: 'too-late' });
    expect(sink.mails).toEqual([]);
  });
});

describe('a mail', () => {
  it('leaves once for one message, however often the message comes', async () => {
    const { sink, platform } = await withSmtp();
    const first = await openOffice(platform);
    await tell(platform, renewal());
    await accepted(platform);
    await first.close();
    // Its read model was in memory: the second one hears everything again from the beginning.
    const second = closing(await openOffice(platform));
    await tell(platform, keyChanged);
    await accepted(platform, 2);
    expect(sink.mails.map(({ mail }) => mail.subject)).toEqual([
      'Votre clé provisoire, valable 60\u00a0minutes',
      'Votre clé a été changée',
    ]);
    expect(second.world.keys).toEqual([]);
  });

  it('of unusual sign-ins leaves once a day for one browser, also after a restart (LOG-09)', async () => {
    const { sink, platform } = await withSmtp();
    const first = await openOffice(platform);
    await tell(platform, unusual());
    await tell(platform, unusual());
    await tell(platform, unusual('Safari, iPhone'));
    await accepted(platform, 2);
    await first.close();
    closing(await openOffice(platform));
    await tell(platform, unusual());
    await tell(platform, keyChanged);
    await accepted(platform, 3);
    expect(sink.mails.map(({ mail }) => mail.subject)).toEqual([
      'Votre clé a servi dans un autre navigateur',
      'Votre clé a servi dans un autre navigateur',
      'Votre clé a été changée',
    ]);
  });

  it('does not leave for news of yesterday, heard again by a rebuilt service', async () => {
    const { sink, platform } = await withSmtp();
    await tell(platform, keyChanged, '2026-11-21T08:00:00.000Z');
    await tell(platform, renewal(), '2026-11-22T06:59:59.000Z');
    await tell(platform, keyChanged);
    closing(await openOffice(platform));
    await accepted(platform);
    expect(sink.mails).toHaveLength(1);
    expect(await types(platform)).toEqual(['MailRequested', 'MailAttempted', 'MailAccepted']);
  });

  it('leaves once when two workers have it', async () => {
    const { sink, platform } = await withSmtp();
    const exchange = new InProcessExchange();
    const twin = { ...platform, exchange, bus: new NestServiceBus(new InProcessClient(exchange)) };
    closing(await openOffice(platform));
    closing(await openOffice(twin));
    for (let number = 0; number < 20; number += 1)
      await tell(platform, { ...keyChanged, generation: number + 2 });
    await accepted(platform, 20);
    expect(sink.mails).toHaveLength(20);
    expect((await types(platform)).filter((type) => type === 'MailAttempted')).toHaveLength(20);
  });

  it('is abandoned at once when the server refuses it for good', async () => {
    const { sink, platform } = await startedWithSmtp();
    sink.toRecipient = () => 550;
    await tell(platform, keyChanged);
    await recorded(platform.events, 'MailAbandoned');
    expect((await mailEvents(platform.events)).at(-1)?.data).toEqual({
      attempts: 1,
      reason: 'refused-by-server',
    });
  });

  it('is told to users as refused for good, or as taken, and not where it says nothing of their addresses (EML-07)', async () => {
    const { sink, platform, world } = await startedWithSmtp();
    sink.toRecipient = () => 550;
    await tell(platform, keyChanged);
    await recorded(platform.events, 'MailAbandoned');
    // To one side of a change: no address in force.
    await tell(platform, change('user.reference-email-change-vetoed'));
    await tell(platform, change('user.reference-email-changed'));
    await recorded(platform.events, 'MailAbandoned', 4);
    sink.toRecipient = () => undefined;
    await tell(platform, { ...keyChanged, generation: 3 });
    await eventually(async () => expect(world.refused.at(-1)).toBe(false));
    // The key, the veto, what is in force now; not what was told to the address before.
    expect(world.refused).toEqual([true, true, true, false]);
  });

  it('waits out a mail server that is away, over a restart of both', async () => {
    const sink = await SmtpSink.open();
    const { port, url } = sink;
    await sink.close();
    const folder = await mkdtemp(join(tmpdir(), 'trousseau-mail-'));
    const platform = await officePlatform({
      settings: settingsFor({ SMTP_URL: url }),
      readModel: (name) => join(folder, `${name}.db`),
    });
    const before = await openOffice(platform);
    await tell(platform, renewal());
    await recorded(platform.events, 'MailFailed');
    await before.close();
    const back = closing(await SmtpSink.open({ port }));
    platform.clock.advance({ seconds: 5 });
    const after = closing(await openOffice(platform));
    await after.round();
    await accepted(platform);
    expect(back.mails).toHaveLength(1);
    expect(back.mails[0]?.mail.text).toContain(after.world.keys[0]);
  });

  it('is taken up again when whoever reserved it died', async () => {
    const { sink, platform } = await withSmtp();
    const first = await openOffice(platform);
    first.world.addresses = {};
    await tell(platform, keyChanged);
    await recorded(platform.events, 'MailAbandoned');
    await first.close();
    // The same history, cut after the reservation: what a crash leaves behind.
    const [requested, attempted] = await mailEvents(platform.events);
    const events = [requested!, attempted!].map(({ id, type, data, metadata }) => ({
      id,
      type,
      data,
      metadata,
    }));
    const { events: fresh, clock } = await officePlatform();
    await fresh.append(requested!.stream, events, 'none');
    clock.advance({ seconds: 89 });
    const second = closing(await openOffice({ ...platform, events: fresh, clock }));
    await second.round();
    expect(sink.mails).toEqual([]);
    clock.advance({ seconds: 1 });
    await second.round();
    await recorded(fresh, 'MailAccepted');
    expect(sink.mails).toHaveLength(1);
  });

  it('goes to each address by itself, and again only to those that do not have it', async () => {
    const { sink, platform, world, round } = await startedWithSmtp();
    world.addresses.references = ['a@exemple.fr', 'b@exemple.fr'];
    sink.toRecipient = (address) => (address.startsWith('b') ? 451 : undefined);
    await tell(platform, keyChanged);
    await recorded(platform.events, 'MailFailed');
    sink.toRecipient = () => undefined;
    platform.clock.advance({ seconds: 5 });
    await round();
    await accepted(platform);
    expect(sink.mails.map(({ to }) => to)).toEqual([['a@exemple.fr'], ['b@exemple.fr']]);
    for (const { raw, to } of sink.mails) {
      expect(raw).not.toContain(to[0] === 'a@exemple.fr' ? 'b@exemple.fr' : 'a@exemple.fr');
    }
  });

  it('is given up where there is nobody to write to', async () => {
    const { platform, world } = await startedWithSmtp();
    world.addresses = {};
    await tell(platform, keyChanged);
    await recorded(platform.events, 'MailAbandoned');
    expect((await mailEvents(platform.events)).at(-1)?.data).toMatchObject({ reason: 'no-recipient' });
  });
});

describe('notices', () => {
  it('tell all reference addresses of a new key, a former one included (FRG-05)', async () => {
    const { sink, platform, world } = await startedWithSmtp();
    await tell(platform, keyChanged);
    await accepted(platform);
    expect(world.asked).toEqual([{ userId: 'u1', of: { kind: 'references', formerToo: true } }]);
    expect(sink.mails[0]?.mail.subject).toBe('Votre clé a été changée');
    expect(sink.mails[0]?.mail.text).not.toMatch(KEY);
  });

  it('ask both sides about a change of address, with links of their own (REF-02)', async () => {
    const { sink, platform } = await startedWithSmtp();
    const flags = { tellNew: true, tellOld: true, oldAddressUnusable: false };
    await tell(platform, change('user.reference-email-change-requested', flags));
    await accepted(platform, 2);
    const links = new SignedLinks(platform.secrets.linksKey);
    const linksTo = (address: string) => {
      const text = sink.mails.find(({ to }) => to.includes(address))?.mail.text ?? '';
      return [...text.matchAll(/\/lien\/(\S+)$/gm)].map(([, value]) =>
        links.open(value ?? '', platform.clock.now()),
      );
    };
    const about = { userId: 'u1', ref: 'c1' };
    expect(linksTo('marie@nouveau.example')).toEqual([
      { kind: 'email-confirm-new', ...about, expiresAt: '2026-11-23T08:00:00.000Z' },
    ]);
    expect(linksTo('marie@ancien.example')).toEqual([
      { kind: 'email-accept-old', ...about, expiresAt: '2026-11-29T08:00:00.000Z' },
      { kind: 'email-veto', ...about, expiresAt: '2026-11-29T08:00:00.000Z' },
    ]);
  });

  it('tell the old address what happens without it, when it is said to be unusable (REF-04)', async () => {
    const { sink, platform } = await startedWithSmtp();
    const flags = { tellNew: false, tellOld: true, oldAddressUnusable: true };
    await tell(platform, change('user.reference-email-change-requested', flags));
    await accepted(platform);
    const text = sink.mails[0]?.mail.text?.replaceAll(/\s+/g, ' ') ?? '';
    expect(text).toContain('le mercredi 25 novembre à 9 h (heure de Paris) au plus tôt');
    expect(text.match(/\/lien\//g)).toHaveLength(1);
  });

  it('tell the former address, and those in place, that an address was changed (REF-03, REF-04)', async () => {
    const { sink, platform } = await startedWithSmtp();
    await tell(platform, change('user.reference-email-changed'));
    await accepted(platform, 2);
    const subjects = Object.fromEntries(sink.mails.map(({ to, mail }) => [to.join(), mail.subject]));
    expect(subjects).toEqual({
      'marie@ancien.example': 'Cette adresse n’est plus votre adresse mail de référence',
      'marie@exemple.fr': 'Votre adresse mail de référence a été changée',
    });
  });
});

describe('the demo mailbox', () => {
  const demo = async () => {
    const platform = await officePlatform({ settings: settingsFor({ TROUSSEAU_DEMO: 'on' }) });
    return { platform, ...closing(await openOffice(platform, new World())) };
  };

  it('keeps mails where no mail server is set', async () => {
    const { platform, world } = await demo();
    await tell(platform, keyChanged);
    await accepted(platform);
    await tell(platform, renewal());
    await accepted(platform, 2);
    const listed = await platform.bus.ask(ListDemoMails, {});
    if (listed.outcome !== 'done') throw new Error(listed.reason);
    expect(listed.mails.map(({ to, subject }) => [to, subject])).toEqual([
      ['marie@exemple.fr', 'Votre clé provisoire, valable 60\u00a0minutes'],
      ['marie@exemple.fr', 'Votre clé a été changée'],
    ]);
    const { mailId = '' } = listed.mails[0] ?? {};
    const found = await platform.bus.ask(GetDemoMail, { mailId });
    expect(found).toMatchObject({ outcome: 'done', mail: { mailId, at: platform.clock.now() } });
    expect(JSON.stringify(found)).toContain(world.keys[0]);
  });

  it('says when it does not have a mail', async () => {
    const { platform } = await demo();
    expect(await platform.bus.ask(GetDemoMail, { mailId: 'x' })).toMatchObject({ reason: 'unknown-mail' });
  });

  it('is not there beside a mail server', async () => {
    const { platform } = await startedWithSmtp();
    expect(await platform.bus.ask(ListDemoMails, {})).toMatchObject({ reason: 'no-demo-mailbox' });
    expect(await platform.bus.ask(GetDemoMail, { mailId: 'x' })).toMatchObject({ reason: 'no-demo-mailbox' });
  });
});

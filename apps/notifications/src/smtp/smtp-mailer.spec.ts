import { domainToASCII } from 'node:url';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { letterFor, requests } from '../letter/letter.examples.js';
import { SmtpMailer } from './smtp-mailer.js';
import { SmtpSink } from '../testing/smtp-sink.js';

const letter = letterFor(requests['provisional-key']!, 'fr');
const from = 'Trousseau <ne-pas-repondre@trousseau.example>';
const open: { close(): Promise<void> }[] = [];

const mailerTo = (url: string) => {
  const mailer = new SmtpMailer(url, from);
  open.push(mailer);
  return mailer;
};
const sinkAndMailer = async (...options: Parameters<typeof SmtpSink.open>) => {
  const sink = await SmtpSink.open(...options);
  open.push(sink);
  return { sink, mailer: mailerTo(sink.url) };
};
const post = (to: string) => ({ userId: 'u1', to, letter, messageId: 'm1.1' });

afterEach(async () => {
  for (const resource of open.splice(0).reverse()) await resource.close();
});

describe('SmtpMailer', () => {
  it('hands over the letter as text and HTML, and asks not to be answered (EML-07)', async () => {
    const { sink, mailer } = await sinkAndMailer();
    expect(await mailer.send(post('marie@exemple.fr'))).toEqual({ kind: 'accepted' });
    const { from: sender, to, mail } = sink.mails[0]!;
    expect({ sender, to }).toEqual({ sender: 'ne-pas-repondre@trousseau.example', to: ['marie@exemple.fr'] });
    expect(mail).toMatchObject({
      subject: letter.subject,
      messageId: '<m1.1@trousseau.example>',
      from: { name: 'Trousseau', address: 'ne-pas-repondre@trousseau.example' },
      to: [{ address: 'marie@exemple.fr' }],
    });
    expect(mail.text?.replaceAll('\r\n', '\n').trim()).toBe(letter.text.trim());
    expect(mail.html?.replaceAll('\r\n', '\n').trim()).toBe(letter.html.trim());
    const headers = Object.fromEntries(mail.headers.map(({ key, value }) => [key, value]));
    expect(headers).toMatchObject({ 'auto-submitted': 'auto-generated', 'content-language': 'fr' });
  });

  it('keeps the connection for the next letter', async () => {
    const { sink, mailer } = await sinkAndMailer();
    await mailer.send(post('a@exemple.fr'));
    await mailer.send(post('b@exemple.fr'));
    expect(sink.connections).toBe(1);
  });

  it.each([
    ['a line end', 'marie@exemple.fr\r\nBcc: mallory@evil.example'],
    ['a second address', 'marie@exemple.fr,mallory@evil.example'],
    ['a name', '"x" <mallory@evil.example>'],
    ['a command', 'marie@exemple.fr> SIZE=1\r\nRCPT TO:<mallory@evil.example'],
    ['a space', 'marie @exemple.fr'],
  ])('refuses an address with %s before the server sees it (TST-15)', async (_what, address) => {
    const { sink, mailer } = await sinkAndMailer();
    expect(await mailer.send(post(address))).toEqual({ kind: 'refused' });
    expect(sink.connections).toBe(0);
  });

  it('folds a long subject and encodes what is not ASCII, without a header of its own (TST-15)', async () => {
    const { sink, mailer } = await sinkAndMailer();
    const subject = `${'Clé très longue et même davantage '.repeat(12)}\r\nBcc: mallory@evil.example`;
    await mailer.send({ ...post('marie@exemple.fr'), letter: { ...letter, subject } });
    const { raw, to, mail } = sink.mails[0]!;
    expect(raw.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/im);
    expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
    expect(to).toEqual(['marie@exemple.fr']);
    expect(mail.subject).toContain('Clé très longue et même davantage');
  });

  it('writes to an internationalised domain in its ASCII form (TST-15)', async () => {
    const { sink, mailer } = await sinkAndMailer();
    expect(await mailer.send(post('marie@auto-école.example'))).toEqual({ kind: 'accepted' });
    expect(sink.mails[0]!.raw).toMatch(new RegExp(`^To: marie@${domainToASCII('auto-école.example')}$`, 'm'));
  });

  it('takes 4xx for "later" and 5xx for "never"', async () => {
    const { sink, mailer } = await sinkAndMailer();
    sink.toRecipient = () => 451;
    expect(await mailer.send(post('a@exemple.fr'))).toEqual({ kind: 'deferred', reason: 'server-deferred' });
    sink.toRecipient = () => 550;
    expect(await mailer.send(post('a@exemple.fr'))).toEqual({ kind: 'refused' });
    sink.toRecipient = () => undefined;
    sink.toContent = () => 552;
    expect(await mailer.send(post('a@exemple.fr'))).toEqual({ kind: 'refused' });
    sink.toContent = () => undefined;
    expect(await mailer.send(post('a@exemple.fr'))).toEqual({ kind: 'accepted' });
  });

  it('waits for the operator where the server wants a name we do not give', async () => {
    const { sink, mailer } = await sinkAndMailer();
    sink.toRecipient = () => 530;
    expect(await mailer.send(post('a@exemple.fr'))).toEqual({
      kind: 'deferred',
      reason: 'server-distrusted',
    });
  });

  it('says so when nobody listens', async () => {
    const sink = await SmtpSink.open();
    const { url } = sink;
    await sink.close();
    expect(await mailerTo(url).send(post('a@exemple.fr'))).toEqual({
      kind: 'deferred',
      reason: 'server-unreachable',
    });
  });

  it('says nothing to another machine that offers no TLS (EML-01)', async () => {
    const { sink } = await sinkAndMailer();
    const elsewhere = mailerTo(`smtp://[::ffff:127.0.0.1]:${sink.port}`);
    expect(await elsewhere.send(post('a@exemple.fr'))).toEqual({
      kind: 'deferred',
      reason: 'server-distrusted',
    });
    expect(sink.connections).toBe(1);
    expect(sink.mails).toEqual([]);
  });

  it('says nothing to a server whose certificate nobody vouches for (EML-01)', async () => {
    const aboutItsOwnCertificate = jest.spyOn(console, 'error').mockReturnValue();
    const { sink } = await sinkAndMailer({ secure: true });
    aboutItsOwnCertificate.mockRestore();
    const answer = await mailerTo(`smtps://127.0.0.1:${sink.port}`).send(post('a@exemple.fr'));
    expect(answer).toMatchObject({ kind: 'deferred' });
    expect(sink.mails).toEqual([]);
  });
});

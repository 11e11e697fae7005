import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { GetDemoMail, ListDemoMails } from '#contracts';
import { Clock } from '#platform';
import { ServiceBus } from '#service-bus';
import { Problem } from '../../problem/problem.js';
import { OpenToAll } from '../../session/access.js';
import { exactMoment, relativeMoment } from '../language/moments.js';
import { Pages } from '../view/pages.js';
import { view } from '../view/views.js';

type MailLine = Readonly<{ href: string; to: string; subject: string; at: string; when: string }>;

const listView = view<{ count: string; mails: readonly MailLine[]; narrow: boolean }>(
  'demo-mailbox/demo-mailbox',
);
const mailView = view<{
  subject: string;
  to: string;
  at: string;
  when: string;
  text: string;
  html: string;
  narrow: boolean;
}>('demo-mailbox/demo-mail');

/**
 * A mail brings its own styles and links. It is shown in a sandboxed frame without scripts; this page alone allows
 * inline styles, which the frame inherits, and lets a pressed link leave the frame.
 */
const letterPolicy = (policy: string): string =>
  policy.replace(/style-src [^;]*/, "style-src 'self' 'unsafe-inline'");

/** `/dev/courriels`: where mails end in demo mode without a mail server. Elsewhere nobody answers, and it is a 404. */
@Controller('dev/courriels')
@OpenToAll()
export class DemoMailboxPage {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(ServiceBus) private readonly bus: ServiceBus,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get()
  async list(@Res() reply: FastifyReply): Promise<void> {
    const answer = await this.bus.ask(ListDemoMails, {});
    if (answer.outcome === 'refused') throw new Problem('not-found');
    const { t, lang } = this.pages.language(reply);
    const mails = answer.mails.map(({ mailId, to, subject, at }) => ({
      href: `/dev/courriels/${encodeURIComponent(mailId)}`,
      to,
      subject,
      at,
      when: relativeMoment(at, this.clock.now(), lang),
    }));
    this.pages.show(reply, listView, { count: t.mailbox.count(mails.length), mails, narrow: true });
  }

  @Get(':mailId')
  async read(@Param('mailId') mailId: string, @Res() reply: FastifyReply): Promise<void> {
    const answer = await this.bus.ask(GetDemoMail, { mailId });
    if (answer.outcome === 'refused') throw new Problem('not-found');
    const { to, subject, at, text, html } = answer.mail;
    const policy = reply.getHeader('content-security-policy');
    if (typeof policy === 'string') void reply.header('content-security-policy', letterPolicy(policy));
    const when = exactMoment(at, this.pages.language(reply).lang);
    const letter = html === '' ? '' : `<base target="_top">${html}`;
    this.pages.show(reply, mailView, { subject, to, at, when, text, html: letter, narrow: true });
  }
}

import { randomUUID } from 'node:crypto';
import { Body, Controller, Inject, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { EndOtherSessions, EndSession, ForgetDevice } from '#contracts';
import { ServiceBus } from '#service-bus';
import { Problem } from '../../problem/problem.js';
import { Person } from '../../session/person.decorator.js';
import type { SignedIn } from '../../session/signed-in.js';
import { Visitors } from '../../session/visitors.js';
import { readForm } from '../form/read-form.js';
import { Pages } from '../view/pages.js';
import { endSessionForm, forgetDeviceForm } from './account.form.js';

/** The buttons of « Mes sessions »: end one, end all others, forget a remembered browser (SES-11). */
@Controller('mon-compte/sessions')
export class SessionsPage {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(ServiceBus) private readonly bus: ServiceBus,
    @Inject(Visitors) private readonly visitors: Visitors,
  ) {}

  /** Ending a session that has ended already is what was wanted. */
  @Post()
  async end(
    @Person() { session, profile }: SignedIn,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const read = readForm(endSessionForm, body);
    if (!read.ok) throw new Problem('request-not-valid');
    const sessionId = read.values.session;
    await this.bus.ask(EndSession, { commandId: randomUUID(), userId: profile.userId, sessionId });
    if (sessionId !== session.sessionId)
      return this.pages.goTo(reply, '/mon-compte', { say: 'session-fermee' });
    this.visitors.signOut(reply);
    this.pages.goTo(reply, '/connexion', { say: 'deconnecte' });
  }

  /** Forgetting a browser that is forgotten already is what was wanted. */
  @Post('appareil')
  async forget(
    @Person() { profile }: SignedIn,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const read = readForm(forgetDeviceForm, body);
    if (!read.ok) throw new Problem('request-not-valid');
    const selector = read.values.appareil;
    await this.bus.ask(ForgetDevice, { commandId: randomUUID(), userId: profile.userId, selector });
    this.pages.goTo(reply, '/mon-compte', { say: 'appareil-oublie' });
  }

  @Post('autres')
  async endOthers(@Person() { session, profile }: SignedIn, @Res() reply: FastifyReply): Promise<void> {
    await this.bus.ask(EndOtherSessions, {
      commandId: randomUUID(),
      userId: profile.userId,
      except: session.sessionId,
    });
    this.pages.goTo(reply, '/mon-compte', { say: 'autres-fermees' });
  }
}

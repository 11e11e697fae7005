import { randomUUID } from 'node:crypto';
import { Controller, Inject, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { EndSession } from '#contracts';
import { ServiceBus } from '#service-bus';
import { OpenToAll } from '../../session/access.js';
import { Visitors } from '../../session/visitors.js';
import { Pages } from '../view/pages.js';

/** `/deconnexion`: the session ends at auth, then the cookie goes (SES-10). Open to all: signing out twice is signing out. */
@Controller('deconnexion')
@OpenToAll()
export class SignOutPage {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(ServiceBus) private readonly bus: ServiceBus,
    @Inject(Visitors) private readonly visitors: Visitors,
  ) {}

  @Post()
  async leave(@Res() reply: FastifyReply): Promise<void> {
    const signedIn = await this.visitors.of(reply.request, reply);
    if (signedIn) {
      const { sessionId, userId } = signedIn.session;
      await this.bus.ask(EndSession, { commandId: randomUUID(), userId, sessionId });
      this.visitors.signOut(reply);
    }
    this.pages.goTo(reply, '/connexion', { say: 'deconnecte' });
  }
}

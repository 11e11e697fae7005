import { randomUUID } from 'node:crypto';
import { Controller, Inject, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AskProvisionalKey, DeactivateUser, ReactivateUser, ResetFactors } from '#contracts';
import { ServiceBus } from '#service-bus';
import { Problem } from '../../problem/problem.js';
import { actorOf } from '../../session/actor.js';
import { NeedsFreshKey } from '../../session/fresh-key.js';
import { Person } from '../../session/person.decorator.js';
import type { SignedIn } from '../../session/signed-in.js';
import { showUsersForbidden } from '../users/users-forbidden.js';
import { Pages } from '../view/pages.js';
import type { Said } from '../view/said.js';

type Answer =
  | { outcome: 'done'; position: number }
  | { outcome: 'refused'; reason: string; retryAfter?: number | undefined };

/** What the page says when it cannot be done now. */
const notNow: Readonly<Record<string, Said>> = {
  'last-manager': 'dernier-gerant',
  'too-soon': 'cle-trop-tot',
  deactivated: 'compte-desactive',
  'no-factor': 'sans-facteur',
};

/** The buttons on a user's page: in or out, and a provisional key that the manager never sees (FRG-14). */
@Controller('parametres/utilisateurs/:id')
export class UserAccessPage {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(ServiceBus) private readonly bus: ServiceBus,
  ) {}

  @Post('desactiver')
  async deactivate(@Person() person: SignedIn, @Param('id') userId: string, @Res() reply: FastifyReply) {
    const answer = await this.bus.ask(DeactivateUser, this.about(person, userId));
    this.tell(answer, 'desactive', person, userId, reply);
  }

  @Post('reactiver')
  async reactivate(@Person() person: SignedIn, @Param('id') userId: string, @Res() reply: FastifyReply) {
    const answer = await this.bus.ask(ReactivateUser, this.about(person, userId));
    this.tell(answer, 'reactive', person, userId, reply);
  }

  @Post('cle-provisoire')
  async sendKey(@Person() person: SignedIn, @Param('id') userId: string, @Res() reply: FastifyReply) {
    const answer = await this.bus.ask(AskProvisionalKey, this.about(person, userId));
    this.tell(answer, 'cle-envoyee', person, userId, reply);
  }

  /** For somebody who lost theirs; never for a manager (MFA-06). The key was typed lately: this opens an account to its key alone. */
  @Post('modifier/second-facteur')
  @NeedsFreshKey()
  async resetFactors(@Person() person: SignedIn, @Param('id') userId: string, @Res() reply: FastifyReply) {
    const answer = await this.bus.ask(ResetFactors, this.about(person, userId));
    this.tell(answer, 'facteur-reinitialise', person, userId, reply);
  }

  private about(person: SignedIn, userId: string) {
    return { commandId: randomUUID(), actor: actorOf(person), userId };
  }

  private tell(answer: Answer, done: Said, person: SignedIn, userId: string, reply: FastifyReply): void {
    const page = `/parametres/utilisateurs/${encodeURIComponent(userId)}/modifier`;
    if (answer.outcome === 'done')
      return this.pages.goTo(reply, page, { say: done, atLeast: answer.position });
    if (answer.reason === 'not-allowed') return showUsersForbidden(this.pages, reply, person.profile);
    const say = notNow[answer.reason];
    if (!say) throw new Problem('unknown-user');
    this.pages.goTo(reply, page, { say });
  }
}

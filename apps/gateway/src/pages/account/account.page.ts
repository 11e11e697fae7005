import { Body, Controller, Get, Inject, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type ChangeKey, GetFactors, ListSessions, type ReplyOf } from '#contracts';
import { Clock } from '#platform';
import { ServiceBus } from '#service-bus';
import { networkPrefix } from '../../network/network-prefix.js';
import { SignInNeeded } from '../../problem/problem-pages.js';
import { Problem } from '../../problem/problem.js';
import { Person } from '../../session/person.decorator.js';
import type { SignedIn } from '../../session/signed-in.js';
import { KeyDesk } from '../../sign-in/key-desk.js';
import { type Problems, readForm } from '../form/read-form.js';
import { Pages } from '../view/pages.js';
import { changeKeyForm } from './account.form.js';
import { accountModel, accountView } from './account.model.js';

type Refused = Extract<ReplyOf<typeof ChangeKey>, { outcome: 'refused' }>;

/** `/mon-compte`: my key, asked again before it is changed (KEY-13), and my sessions (SES-11). */
@Controller('mon-compte')
export class AccountPage {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(ServiceBus) private readonly bus: ServiceBus,
    @Inject(KeyDesk) private readonly desk: KeyDesk,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Person() person: SignedIn, @Res() reply: FastifyReply): Promise<void> {
    await this.render(person, reply, {}, 200);
  }

  @Post()
  async changeKey(
    @Person() person: SignedIn,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const read = readForm(changeKeyForm, body);
    if (!read.ok) return this.render(person, reply, { slips: read.problems }, 422);
    const { cle, nouvelle } = read.values;
    const network = networkPrefix(reply.request.ip);
    const answer = await this.desk.change(person.session, cle, nouvelle, network);
    if (answer.outcome === 'refused') return this.refuse(answer, person, reply);
    this.pages.goTo(reply, '/mon-compte', { say: 'cle-changee' });
  }

  private async refuse(
    { reason, retryAfter }: Refused,
    person: SignedIn,
    reply: FastifyReply,
  ): Promise<void> {
    if (reason === 'no-session') throw new SignInNeeded(true);
    if (reason === 'busy') throw new Problem('busy', { retryAfter });
    if (reason === 'too-many-attempts') {
      return this.render(person, reply, { wait: this.pages.waiting(reply, retryAfter) }, 429);
    }
    const slips = reason === 'wrong-key' ? { cle: 'wrongKey' } : { nouvelle: reason };
    await this.render(person, reply, { slips }, 422);
  }

  private async render(
    { session, profile }: SignedIn,
    reply: FastifyReply,
    given: { slips?: Problems; wait?: string },
    status: number,
  ): Promise<void> {
    const { userId } = profile;
    const [listed, factors] = await Promise.all([
      this.bus.ask(ListSessions, { userId }),
      this.bus.ask(GetFactors, { userId }),
    ]);
    if (factors.outcome === 'refused') throw new Problem('unavailable');
    const where = listed.outcome === 'done' ? listed : { sessions: [], remembered: [] };
    const around = { ...this.pages.language(reply), now: this.clock.now(), own: session.sessionId };
    this.pages.show(reply, accountView, accountModel(profile, where, factors, given, around), status);
  }
}

import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Inject, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { FindSchools, ListSupportCases, OpenSupportCase } from '#contracts';
import { Clock } from '#platform';
import { ServiceBus } from '#service-bus';
import { Problem } from '../../problem/problem.js';
import { actorOf } from '../../session/actor.js';
import { Person } from '../../session/person.decorator.js';
import type { SignedIn } from '../../session/signed-in.js';
import { Pages } from '../view/pages.js';
import { openCaseForm, supportQuery } from './support.form.js';
import { supportModel, supportView } from './support.model.js';

/** `/assistance`: for support. Schools by name, cases, and a new case for a school (TEL-02). */
@Controller('assistance')
export class SupportPage {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(ServiceBus) private readonly bus: ServiceBus,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Person() person: SignedIn, @Query() query: unknown, @Res() reply: FastifyReply): Promise<void> {
    const asked = supportQuery.safeParse(query);
    if (!asked.success) throw new Problem('request-not-valid');
    await this.list(person, reply, { q: asked.data.q, refusal: null, status: 200 });
  }

  @Post()
  async open(
    @Person() person: SignedIn,
    @Body() body: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const read = openCaseForm.safeParse(body);
    if (!read.success) throw new Problem('request-not-valid');
    const asked = { commandId: randomUUID(), actor: actorOf(person), schoolId: read.data.ecole };
    const answer = await this.bus.ask(OpenSupportCase, asked);
    if (answer.outcome === 'done') return this.pages.goTo(reply, `/assistance/dossiers/${answer.caseId}`);
    if (answer.reason === 'not-allowed') throw new Problem('not-allowed');
    if (answer.reason === 'unknown-school') throw new Problem('not-found');
    const { t } = this.pages.language(reply);
    await this.list(person, reply, { q: '', refusal: t.support.refusals[answer.reason], status: 409 });
  }

  private async list(
    person: SignedIn,
    reply: FastifyReply,
    { q, refusal, status }: Readonly<{ q: string; refusal: string | null; status: number }>,
  ): Promise<void> {
    const actor = actorOf(person);
    const { t, lang } = this.pages.language(reply);
    const cases = await this.bus.ask(ListSupportCases, { actor });
    if (cases.outcome === 'refused') throw new Problem(cases.reason);
    const found = q === '' ? null : await this.bus.ask(FindSchools, { actor, q });
    if (found?.outcome === 'refused') throw new Problem(found.reason);
    const around = { t, lang, now: this.clock.now(), refusal };
    this.pages.show(reply, supportView, supportModel(q, found, cases.cases, around), status);
  }
}

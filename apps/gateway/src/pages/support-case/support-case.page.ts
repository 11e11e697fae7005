import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import {
  ApproveRecovery,
  CloseSupportCase,
  DiscloseIdentifier,
  PlaceCallBack,
  RequestRecovery,
  SettleCallBack,
} from '#contracts';
import { ServiceBus } from '#service-bus';
import { Problem } from '../../problem/problem.js';
import { actorOf } from '../../session/actor.js';
import { Person } from '../../session/person.decorator.js';
import type { SignedIn } from '../../session/signed-in.js';
import { RecoveryDesk } from '../../sign-in/recovery-desk.js';
import { CaseDesk } from './case-desk.js';
import { answeredForm, recoveryRequestForm } from './support-case.form.js';

const step = (person: SignedIn, caseId: string) => ({
  commandId: randomUUID(),
  actor: actorOf(person),
  caseId,
});

/** `/assistance/dossiers/…`: one case, its next step and its trail. Every button is one command; users decides. */
@Controller('assistance/dossiers/:id')
export class SupportCasePage {
  constructor(
    @Inject(ServiceBus) private readonly bus: ServiceBus,
    @Inject(CaseDesk) private readonly desk: CaseDesk,
    @Inject(RecoveryDesk) private readonly codes: RecoveryDesk,
  ) {}

  @Get()
  show(@Person() person: SignedIn, @Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    return this.desk.show(person, id, reply);
  }

  @Post('appel')
  async call(@Person() person: SignedIn, @Param('id') id: string, @Res() reply: FastifyReply) {
    await this.desk.after(await this.bus.ask(PlaceCallBack, step(person, id)), person, id, reply);
  }

  @Post('reponse')
  async answered(
    @Person() person: SignedIn,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const read = answeredForm.safeParse(body);
    if (!read.success) throw new Problem('request-not-valid');
    const asked = { ...step(person, id), answered: read.data.reponse === 'oui' };
    await this.desk.after(await this.bus.ask(SettleCallBack, asked), person, id, reply);
  }

  @Post('identifiant')
  async disclose(@Person() person: SignedIn, @Param('id') id: string, @Res() reply: FastifyReply) {
    await this.desk.after(await this.bus.ask(DiscloseIdentifier, step(person, id)), person, id, reply);
  }

  @Post('cle')
  async recover(
    @Person() person: SignedIn,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const read = recoveryRequestForm.safeParse(body);
    if (!read.success) throw new Problem('request-not-valid');
    const mailbox = read.data.boite === 'perdue' ? ('lost' as const) : ('read' as const);
    const asked = { ...step(person, id), mailbox, factorsLost: read.data.facteur === 'perdu' };
    await this.desk.after(await this.bus.ask(RequestRecovery, asked), person, id, reply);
  }

  @Post('accord')
  async approve(@Person() person: SignedIn, @Param('id') id: string, @Res() reply: FastifyReply) {
    await this.desk.after(await this.bus.ask(ApproveRecovery, step(person, id)), person, id, reply);
  }

  /** The code is in this answer and nowhere else: no redirect, no second look (TEL-05). */
  @Post('code')
  @HttpCode(200)
  async issue(@Person() person: SignedIn, @Param('id') id: string, @Res() reply: FastifyReply) {
    const answer = await this.codes.issue(actorOf(person), id);
    if (answer.outcome === 'refused') return this.desk.after(answer, person, id, reply);
    await this.desk.show(person, id, reply, { code: answer });
  }

  @Post('fermeture')
  async close(@Person() person: SignedIn, @Param('id') id: string, @Res() reply: FastifyReply) {
    await this.desk.after(await this.bus.ask(CloseSupportCase, step(person, id)), person, id, reply);
  }
}

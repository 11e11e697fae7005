import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Inject, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { parisInstant, type ReplyOf, UnlockRecord } from '#contracts';
import { Clock } from '#platform';
import { ServiceBus } from '#service-bus';
import { AuditDesk } from '../../auditing/audit-desk.js';
import { Problem } from '../../problem/problem.js';
import { actorOf } from '../../session/actor.js';
import { Person } from '../../session/person.decorator.js';
import type { SignedIn } from '../../session/signed-in.js';
import { Pages } from '../view/pages.js';
import { auditQuery, type AuditQuery, unlockForm } from './audit.form.js';
import { auditView, foundModel } from './audit.model.js';

type Personal = Extract<ReplyOf<typeof UnlockRecord>, { outcome: 'done' }>['personal'];
type More = Readonly<{ personal?: Personal; slip?: string; status?: number }>;

/** `/audit`: for auditors. A user's access at an instant and the life of their key; who it is only for a case (GDP-09). */
@Controller('audit')
export class AuditPage {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(AuditDesk) private readonly desk: AuditDesk,
    @Inject(ServiceBus) private readonly bus: ServiceBus,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Person() person: SignedIn, @Query() query: unknown, @Res() reply: FastifyReply): Promise<void> {
    const asked = auditQuery.safeParse(query);
    if (!asked.success) throw new Problem('request-not-valid');
    await this.tell(person, asked.data, reply);
  }

  /** Shows who it is. That somebody looked is recorded before they see it. */
  @Post()
  async unlock(
    @Person() person: SignedIn,
    @Body() body: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { t } = this.pages.language(reply);
    const read = unlockForm.safeParse(body);
    const userId = String(body['utilisateur'] ?? '').slice(0, 64);
    const asked = { utilisateur: userId, le: '' };
    if (!read.success) return this.tell(person, asked, reply, { slip: t.audit.needed, status: 422 });
    const { dossier: caseId, motif: reason } = read.data;
    const actor = actorOf(person);
    const answer = await this.bus.ask(UnlockRecord, {
      commandId: randomUUID(),
      actor,
      userId,
      caseId,
      reason,
    });
    if (answer.outcome === 'done') return this.tell(person, asked, reply, { personal: answer.personal });
    if (answer.reason !== 'reason-names-the-person') throw new Problem(answer.reason);
    await this.tell(person, asked, reply, { slip: t.audit.namesThem, status: 422 });
  }

  private async tell(
    person: SignedIn,
    { utilisateur: typed, le: wall }: AuditQuery,
    reply: FastifyReply,
    { personal = [], slip, status = 200 }: More = {},
  ): Promise<void> {
    if (person.profile.role !== 'auditor') throw new Problem('not-allowed');
    const { t, lang } = this.pages.language(reply);
    const at = wall === '' ? this.clock.now() : parisInstant(wall);
    if (at === null) throw new Problem('request-not-valid');
    const nobody = (note: string | null) =>
      this.pages.show(reply, auditView, { typed, wall, note, found: null, slip: null }, note ? 404 : 200);
    if (typed === '') return nobody(null);
    const actor = actorOf(person);
    const named = await this.desk.find(actor, typed);
    if (named.outcome === 'refused') return this.nobodyOr(named.reason, () => nobody(t.audit.unknown));
    const { userId } = named;
    const state = await this.desk.stateAt(actor, userId, at);
    if (state.outcome === 'refused') return this.nobodyOr(state.reason, () => nobody(t.audit.unknown));
    const told = await this.desk.timeline(actor, userId, lang);
    if (told.outcome === 'refused') throw new Problem(told.reason);
    const found = foundModel({ userId, state, events: told.events }, { t, lang, at, personal });
    this.pages.show(reply, auditView, { typed, wall, note: null, found, slip: slip ?? null }, status);
  }

  private nobodyOr(reason: 'not-allowed' | 'unknown-user', show: () => void): void {
    if (reason === 'not-allowed') throw new Problem(reason);
    show();
  }
}

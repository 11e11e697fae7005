import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Inject, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { UnlockRecord } from '#contracts';
import { Clock } from '#platform';
import { ServiceBus } from '#service-bus';
import { AuditDesk } from '../../auditing/audit-desk.js';
import { Problem } from '../../problem/problem.js';
import { actorOf } from '../../session/actor.js';
import { Person } from '../../session/person.decorator.js';
import type { SignedIn } from '../../session/signed-in.js';
import { Pages } from '../view/pages.js';
import type { Personal } from './audit-days.js';
import { auditQuery, type AuditQuery, unlockForm } from './audit.form.js';
import { auditModel, auditView, foundModel, type Unlocking } from './audit.model.js';
import { type AskedSlips, readAsked } from './read-asked.js';

type More = Readonly<{ personal?: Personal; unlocking?: Unlocking; status?: number }>;

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
    const typed = (name: string, most: number) => String(body[name] ?? '').slice(0, most);
    // What is read around it, as it was asked for: the reason of the reading stands in a field of its own here.
    const query: AuditQuery = {
      utilisateur: typed('utilisateur', 64),
      le: typed('le', 32),
      du: typed('du', 32),
      au: typed('au', 32),
      motif: typed('lecture', 200),
    };
    const again = (slips: Partial<Record<keyof Unlocking, string>>) => {
      const field = (name: keyof Unlocking) => ({ typed: typed(name, 200), slip: slips[name] ?? null });
      const unlocking = { dossier: field('dossier'), motif: field('motif') };
      return this.tell(person, query, reply, { unlocking, status: 422 });
    };
    if (!readAsked(query, this.clock.now()).ok) return this.tell(person, query, reply);
    if (!read.success) {
      const wrong = new Set(read.error.issues.map(({ path }) => path[0]));
      return again({
        ...(wrong.has('dossier') && { dossier: t.audit.needed.dossier }),
        ...(wrong.has('motif') && { motif: t.audit.needed.motif }),
      });
    }
    const { utilisateur: userId, dossier: caseId, motif: reason } = read.data;
    const actor = actorOf(person);
    const answer = await this.bus.ask(UnlockRecord, {
      commandId: randomUUID(),
      actor,
      userId,
      caseId,
      reason,
    });
    if (answer.outcome === 'done') {
      const motif = query.motif === '' ? reason : query.motif;
      return this.tell(person, { ...query, motif }, reply, { personal: answer.personal });
    }
    if (answer.reason !== 'reason-names-the-person') throw new Problem(answer.reason);
    await again({ motif: t.audit.namesThem });
  }

  private async tell(
    person: SignedIn,
    query: AuditQuery,
    reply: FastifyReply,
    { personal = [], unlocking, status = 200 }: More = {},
  ): Promise<void> {
    if (person.profile.role !== 'auditor') throw new Problem('not-allowed');
    const { t, lang } = this.pages.language(reply);
    const nothing = (why: number, { note = null, slips = {} }: Nothing = {}) =>
      this.pages.show(
        reply,
        auditView,
        auditModel({ query, slips, note, found: null, unlocking }, { t }),
        why,
      );
    const read = readAsked(query, this.clock.now());
    if (!read.ok) return nothing(422, { slips: read.slips });
    const { at, period, reason } = read.asked;
    if (query.utilisateur === '') return nothing(200);
    const actor = actorOf(person);
    const refused = (why: 'not-allowed' | 'unknown-user' | 'reason-names-the-person') => {
      if (why === 'not-allowed') throw new Problem(why);
      if (why === 'unknown-user') return nothing(404, { note: t.audit.unknown });
      return nothing(422, { slips: { motif: 'namesThem' } });
    };
    const named = await this.desk.find(actor, query.utilisateur);
    if (named.outcome === 'refused') return refused(named.reason);
    const { userId } = named;
    const state = await this.desk.stateAt(actor, userId, { at, reason });
    if (state.outcome === 'refused') return refused(state.reason);
    const told = await this.desk.timeline(actor, userId, { locale: lang, reason });
    if (told.outcome === 'refused') return refused(told.reason);
    const around = { t, lang, at, asked: query.le !== '', personal };
    const found = foundModel({ userId, state, events: told.events, query, period }, around);
    this.pages.show(reply, auditView, auditModel({ query, note: null, found, unlocking }, { t }), status);
  }
}

/** Why there is nothing to show. */
type Nothing = Readonly<{ note?: string | null; slips?: AskedSlips }>;

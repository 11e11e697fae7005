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
import { auditView, blank, foundModel, type Unlocking } from './audit.model.js';

type Personal = Extract<ReplyOf<typeof UnlockRecord>, { outcome: 'done' }>['personal'];
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
    const asked = { utilisateur: typed('utilisateur', 64), le: typed('le', 32) };
    const again = (slips: Partial<Record<keyof Unlocking, string>>) => {
      const field = (name: keyof Unlocking) => ({ typed: typed(name, 200), slip: slips[name] ?? null });
      const unlocking = { dossier: field('dossier'), motif: field('motif') };
      return this.tell(person, asked, reply, { unlocking, status: 422 });
    };
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
    if (answer.outcome === 'done') return this.tell(person, asked, reply, { personal: answer.personal });
    if (answer.reason !== 'reason-names-the-person') throw new Problem(answer.reason);
    await again({ motif: t.audit.namesThem });
  }

  private async tell(
    person: SignedIn,
    { utilisateur: typed, le: wall }: AuditQuery,
    reply: FastifyReply,
    { personal = [], unlocking = blank, status = 200 }: More = {},
  ): Promise<void> {
    if (person.profile.role !== 'auditor') throw new Problem('not-allowed');
    const { t, lang } = this.pages.language(reply);
    const nobody = (note: string | null, why = 200) =>
      this.pages.show(reply, auditView, { typed, wall, note, found: null, unlocking }, why);
    if (typed === '') return nobody(null);
    const now = this.clock.now();
    const at = wall === '' ? now : parisInstant(wall);
    if (at === null) return nobody(t.audit.notAnInstant, 422);
    if (at > now) return nobody(t.audit.stillToCome, 422);
    const actor = actorOf(person);
    const named = await this.desk.find(actor, typed);
    if (named.outcome === 'refused') return this.nobodyOr(named.reason, () => nobody(t.audit.unknown, 404));
    const { userId } = named;
    const state = await this.desk.stateAt(actor, userId, at);
    if (state.outcome === 'refused') return this.nobodyOr(state.reason, () => nobody(t.audit.unknown, 404));
    const told = await this.desk.timeline(actor, userId, lang);
    if (told.outcome === 'refused') throw new Problem(told.reason);
    const around = { t, lang, at, asked: wall !== '', personal };
    const found = foundModel({ userId, state, events: told.events }, around);
    this.pages.show(reply, auditView, { typed, wall, note: null, found, unlocking }, status);
  }

  private nobodyOr(reason: 'not-allowed' | 'unknown-user', show: () => void): void {
    if (reason === 'not-allowed') throw new Problem(reason);
    show();
  }
}

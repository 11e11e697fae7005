import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { GetSupportCase } from '#contracts';
import { Clock, SETTINGS } from '#platform';
import { ServiceBus } from '#service-bus';
import type { Settings } from '#settings';
import { Problem } from '../../problem/problem.js';
import { actorOf } from '../../session/actor.js';
import type { SignedIn } from '../../session/signed-in.js';
import type { Catalogue } from '../language/catalogue.fr.js';
import { Pages } from '../view/pages.js';
import { supportCaseModel, supportCaseView, type ShownCode } from './support-case.model.js';

type Said = Readonly<{ code?: ShownCode; refused?: string; status?: number }>;

/** Shows a case as it stands, with what has just come of a step. */
@Injectable()
export class CaseDesk {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(ServiceBus) private readonly bus: ServiceBus,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async show(person: SignedIn, caseId: string, reply: FastifyReply, more: Said = {}): Promise<void> {
    const answer = await this.bus.ask(GetSupportCase, { actor: actorOf(person), caseId });
    if (answer.outcome === 'refused') throw problemOf(answer.reason);
    const { t, lang } = this.pages.language(reply);
    const model = supportCaseModel(answer.case, {
      t,
      lang,
      now: this.clock.now(),
      address: `${new URL(this.settings.publicUrl).host}/connexion/assistance`,
      ...(more.code === undefined ? {} : { code: more.code }),
      refusal: more.refused === undefined ? null : refusalText(t, more.refused),
    });
    this.pages.show(reply, supportCaseView, model, more.status ?? 200);
  }

  /** After a step: back to the case, or the case with the reason why not (409), nothing lost. */
  async after(
    answer: Readonly<{ outcome: 'done' } | { outcome: 'refused'; reason: string }>,
    person: SignedIn,
    caseId: string,
    reply: FastifyReply,
  ): Promise<void> {
    if (answer.outcome === 'done') return this.pages.goTo(reply, `/assistance/dossiers/${caseId}`);
    if (answer.reason === 'not-allowed' || answer.reason === 'unknown-case') throw problemOf(answer.reason);
    await this.show(person, caseId, reply, { refused: answer.reason, status: 409 });
  }
}

const problemOf = (reason: 'not-allowed' | 'unknown-case') =>
  new Problem(reason === 'not-allowed' ? 'not-allowed' : 'not-found');

const refusalText = (t: Catalogue, reason: string): string => {
  const { refusals } = t.supportCase;
  return Object.hasOwn(refusals, reason)
    ? refusals[reason as keyof typeof refusals]
    : refusals['case-closed'];
};

import { Injectable } from '@nestjs/common';
import { AggregateStore } from '#aggregate-store';
import type { Actor } from '#contracts';
import type { Decision } from '#event-sourcing';
import { Clock } from '#platform';
import { contextOf } from '../command.context.js';
import type { Act } from '../operator/operator-pace.events.js';
import { Operators } from '../operator/operators.step.js';
import { OperatorPaces } from '../operator/pace.step.js';
import { refused } from '../refused.reply.js';
import type { CaseRefusal, PhoneOnFile } from './case-refusal.js';
import { PhonesOnFile } from './phones-on-file.step.js';
import { supportCase, type SupportCase } from './support-case.js';
import type { SupportCaseEvent } from './support-case.events.js';

type Asked = Readonly<{ commandId: string; actor: Actor; caseId: string }>;

/** What every step of a case is decided on. */
export type CaseFacts = Readonly<{ operatorId: string; at: string; phone: PhoneOnFile }>;
type Decide = (state: SupportCase, facts: CaseFacts) => Decision<SupportCaseEvent, CaseRefusal>;

/** Gathers who asks, when, and the number on file as it is now; decides; appends. */
@Injectable()
export class CaseWork {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly operators: Operators,
    private readonly phones: PhonesOnFile,
    private readonly paces: OperatorPaces,
    private readonly clock: Clock,
  ) {}

  async take(asked: Asked, request: string, decide: Decide) {
    const operatorId = await this.operators.support(asked.actor, request);
    if (operatorId === null) return refused('not-allowed');
    const at = this.clock.now();
    const context = { ...contextOf(asked, at), channel: 'support' as const };
    const done = await this.aggregates.transact(supportCase, asked.caseId, context, async (state) =>
      decide(state, { operatorId, at, phone: await this.phones.ofCase(state) }),
    );
    return done.outcome === 'refused' ? done : { outcome: 'done' as const, position: done.position };
  }

  /** The same for what is counted: only what may be done counts, and it counts before it is done (TEL-10). */
  async takeCounted(asked: Asked, request: string, act: Act, decide: Decide) {
    const considered = await this.consider(asked, request, decide);
    if (considered.outcome === 'refused') return considered;
    const { operatorId, at } = considered;
    const context = { ...contextOf(asked, at), channel: 'support' as const };
    if (!(await this.paces.mayGoOn(operatorId, act, context))) return refused('too-many-acts');
    return this.take(asked, request, decide);
  }

  /** What would be decided now, without recording it. */
  async consider(asked: Asked, request: string, decide: Decide) {
    const operatorId = await this.operators.support(asked.actor, request);
    if (operatorId === null) return refused('not-allowed');
    const at = this.clock.now();
    const { state } = await this.aggregates.load(supportCase, asked.caseId);
    const phone = await this.phones.ofCase(state);
    const decision = decide(state, { operatorId, at, phone });
    if (decision.kind === 'refuses') return refused(decision.reason);
    return { outcome: 'considered' as const, state, operatorId, at };
  }
}

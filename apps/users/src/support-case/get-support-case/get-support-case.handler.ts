import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { AggregateStore } from '#aggregate-store';
import { GetSupportCase as contract } from '#contracts';
import { Clock } from '#platform';
import { Operators } from '../../operator/operators.step.js';
import { refused } from '../../refused.reply.js';
import { SchoolNames } from '../../school/school-names.step.js';
import { user } from '../../user/user.js';
import { supportCase } from '../support-case.js';
import { supportCaseView } from '../support-case-view.js';
import { GetSupportCase } from './get-support-case.query.js';

/** Read from the case's own stream, so an operator always sees their own step (invariant 8). */
@QueryHandler(GetSupportCase)
export class GetSupportCaseHandler implements IQueryHandler<GetSupportCase> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly operators: Operators,
    private readonly schools: SchoolNames,
    private readonly clock: Clock,
  ) {}

  async execute({ asked: { actor, caseId } }: GetSupportCase) {
    const operatorId = await this.operators.support(actor, contract.name);
    if (operatorId === null) return refused('not-allowed');
    const { state } = await this.aggregates.load(supportCase, caseId);
    if (state.status === 'unknown') return refused('unknown-case');
    const { state: manager } = await this.aggregates.load(user, state.userId);
    const view = supportCaseView(caseId, state, {
      operatorId,
      at: this.clock.now(),
      schoolName: await this.schools.of(state.schoolId),
      manager: manager.status === 'registered' ? manager : { name: null, identifier: null },
      names: await this.namesOf([state.openedBy, ...state.trail.flatMap((step) => step.operatorId ?? [])]),
    });
    return { outcome: 'done' as const, case: view };
  }

  private async namesOf(operatorIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const ids = [...new Set(operatorIds)];
    const names = await Promise.all(ids.map((id) => this.operators.nameOf(id)));
    return new Map(ids.map((id, index) => [id, names[index] ?? '']));
  }
}

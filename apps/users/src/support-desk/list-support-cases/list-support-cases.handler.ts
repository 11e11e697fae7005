import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ListSupportCases as contract } from '#contracts';
import { Operators } from '../../operator/operators.step.js';
import { refused } from '../../refused.reply.js';
import { SchoolNames } from '../../school/school-names.step.js';
import { latestCases, type CaseRow } from '../case.table.js';
import { SupportDesk } from '../support-desk.projection.js';
import { ListSupportCases } from './list-support-cases.query.js';

const MOST = 50;
const longestWait = 2_000;

@QueryHandler(ListSupportCases)
export class ListSupportCasesHandler implements IQueryHandler<ListSupportCases> {
  constructor(
    private readonly operators: Operators,
    private readonly schools: SchoolNames,
    private readonly desk: SupportDesk,
  ) {}

  async execute({ asked: { actor, atLeast } }: ListSupportCases) {
    const operatorId = await this.operators.support(actor, contract.name);
    if (operatorId === null) return refused('not-allowed');
    if (atLeast !== undefined && !(await this.hasReached(atLeast))) return refused('not-yet');
    if (this.desk.sql === null) return refused('not-yet');
    const rows = latestCases(this.desk.sql, MOST);
    const cases = await Promise.all(rows.map((row) => this.listed(row, operatorId)));
    return { outcome: 'done' as const, cases };
  }

  private async listed({ caseId, state }: CaseRow, operatorId: string) {
    return {
      caseId,
      schoolName: await this.schools.of(state.schoolId),
      openedAt: state.openedAt,
      openedBy: await this.operators.nameOf(state.openedBy),
      mine: state.openedBy === operatorId,
      ...(state.status === 'closed' ? { outcome: state.outcome } : {}),
      awaitsApproval: state.status === 'open' && state.recovery?.approvedBy === null,
    };
  }

  private hasReached(position: number): Promise<boolean> {
    return this.desk.reached(position, longestWait).then(
      () => true,
      () => false,
    );
  }
}

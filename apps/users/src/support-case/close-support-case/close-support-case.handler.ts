import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AggregateStore } from '#aggregate-store';
import { CloseSupportCase as contract } from '#contracts';
import { CaseWork } from '../case-work.step.js';
import { closeCase } from '../close-case.js';
import { CodesOfCases } from '../codes-of-cases.step.js';
import { supportCase } from '../support-case.js';
import { CloseSupportCase } from './close-support-case.command.js';

/** The end is recorded first: it decides. Then auth forgets the code, if there was one. */
@CommandHandler(CloseSupportCase)
export class CloseSupportCaseHandler implements ICommandHandler<CloseSupportCase> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly work: CaseWork,
    private readonly codes: CodesOfCases,
  ) {}

  async execute({ asked }: CloseSupportCase) {
    const closed = await this.work.take(asked, contract.name, closeCase);
    if (closed.outcome === 'refused') return closed;
    const { state } = await this.aggregates.load(supportCase, asked.caseId);
    if (state.status === 'closed' && state.outcome === 'abandoned' && state.recovery !== null) {
      await this.codes.cancel(asked.caseId, state.userId, asked.commandId);
    }
    return closed;
  }
}

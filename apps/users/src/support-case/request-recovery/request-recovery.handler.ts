import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { RequestRecovery as contract } from '#contracts';
import { CaseWork } from '../case-work.step.js';
import { requestRecovery } from '../request-recovery.js';
import { RequestRecovery } from './request-recovery.command.js';

@CommandHandler(RequestRecovery)
export class RequestRecoveryHandler implements ICommandHandler<RequestRecovery> {
  constructor(private readonly work: CaseWork) {}

  async execute({ asked }: RequestRecovery) {
    return this.work.take(asked, contract.name, (state, facts) =>
      requestRecovery(state, { ...facts, mailbox: asked.mailbox, factorsLost: asked.factorsLost ?? false }),
    );
  }
}

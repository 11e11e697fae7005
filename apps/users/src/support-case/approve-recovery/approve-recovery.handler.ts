import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApproveRecovery as contract } from '#contracts';
import { CaseWork } from '../case-work.step.js';
import { approveRecovery } from '../approve-recovery.js';
import { ApproveRecovery } from './approve-recovery.command.js';

@CommandHandler(ApproveRecovery)
export class ApproveRecoveryHandler implements ICommandHandler<ApproveRecovery> {
  constructor(private readonly work: CaseWork) {}

  async execute({ asked }: ApproveRecovery) {
    return this.work.takeCounted(asked, contract.name, 'approve', approveRecovery);
  }
}

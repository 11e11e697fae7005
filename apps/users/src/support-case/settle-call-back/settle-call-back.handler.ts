import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { SettleCallBack as contract } from '#contracts';
import { CaseWork } from '../case-work.step.js';
import { settleCallBack } from '../settle-call-back.js';
import { SettleCallBack } from './settle-call-back.command.js';

@CommandHandler(SettleCallBack)
export class SettleCallBackHandler implements ICommandHandler<SettleCallBack> {
  constructor(private readonly work: CaseWork) {}

  async execute({ asked }: SettleCallBack) {
    return this.work.take(asked, contract.name, (state, facts) =>
      settleCallBack(state, { ...facts, answered: asked.answered }),
    );
  }
}

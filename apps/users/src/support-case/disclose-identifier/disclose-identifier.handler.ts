import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DiscloseIdentifier as contract } from '#contracts';
import { CaseWork } from '../case-work.step.js';
import { discloseIdentifier } from '../disclose-identifier.js';
import { DiscloseIdentifier } from './disclose-identifier.command.js';

@CommandHandler(DiscloseIdentifier)
export class DiscloseIdentifierHandler implements ICommandHandler<DiscloseIdentifier> {
  constructor(private readonly work: CaseWork) {}

  async execute({ asked }: DiscloseIdentifier) {
    return this.work.takeCounted(asked, contract.name, 'reveal', discloseIdentifier);
  }
}

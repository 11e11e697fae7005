import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ReapplyErasures as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { ReapplyErasures } from './reapply-erasures.command.js';

@Controller()
export class ReapplyErasuresController {
  constructor(private readonly bus: CommandBus) {}

  @Answers(contract)
  reapplyErasures(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new ReapplyErasures(asked));
  }
}

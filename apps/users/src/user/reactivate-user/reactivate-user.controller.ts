import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ReactivateUser as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { ReactivateUser } from './reactivate-user.command.js';

@Controller()
export class ReactivateUserController {
  constructor(private readonly bus: CommandBus) {}

  @Answers(contract)
  reactivateUser(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new ReactivateUser(asked));
  }
}

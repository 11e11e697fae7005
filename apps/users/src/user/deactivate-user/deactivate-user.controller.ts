import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { DeactivateUser as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { DeactivateUser } from './deactivate-user.command.js';

@Controller()
export class DeactivateUserController {
  constructor(private readonly bus: CommandBus) {}

  @Answers(contract)
  deactivateUser(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new DeactivateUser(asked));
  }
}

import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EraseUser as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { EraseUser } from './erase-user.command.js';

@Controller()
export class EraseUserController {
  constructor(private readonly bus: CommandBus) {}

  @Answers(contract)
  eraseUser(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new EraseUser(asked));
  }
}

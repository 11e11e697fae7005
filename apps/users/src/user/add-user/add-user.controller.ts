import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { AddUser as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { AddUser } from './add-user.command.js';

@Controller()
export class AddUserController {
  constructor(private readonly bus: CommandBus) {}

  @Answers(contract)
  addUser(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new AddUser(asked));
  }
}

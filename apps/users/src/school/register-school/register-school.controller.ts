import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { RegisterSchool as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { RegisterSchool } from './register-school.command.js';

@Controller()
export class RegisterSchoolController {
  constructor(private readonly bus: CommandBus) {}

  @Answers(contract)
  registerSchool(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new RegisterSchool(asked));
  }
}

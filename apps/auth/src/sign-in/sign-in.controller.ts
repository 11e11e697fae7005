import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { SignIn as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { SignIn } from './sign-in.command.js';

@Controller()
export class SignInController {
  constructor(private readonly bus: CommandBus) {}

  @Answers(contract)
  signIn(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new SignIn(asked));
  }
}

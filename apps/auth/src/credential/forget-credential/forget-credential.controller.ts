import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ForgetCredential as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { ForgetCredential } from './forget-credential.command.js';

@Controller()
export class ForgetCredentialController {
  constructor(private readonly bus: CommandBus) {}

  @Answers(contract)
  forgetCredential(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new ForgetCredential(asked));
  }
}

import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { AskPasskeyChallenge as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { AskPasskeyChallenge } from './ask-passkey-challenge.command.js';

@Controller()
export class AskPasskeyChallengeController {
  constructor(private readonly bus: CommandBus) {}

  @Answers(contract)
  askPasskeyChallenge(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new AskPasskeyChallenge(asked));
  }
}

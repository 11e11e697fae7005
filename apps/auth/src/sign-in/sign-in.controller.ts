import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Metrics } from '#metrics';
import { SignIn as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { SignIn } from './sign-in.command.js';

@Controller()
export class SignInController {
  constructor(
    private readonly bus: CommandBus,
    private readonly metrics: Metrics,
  ) {}

  @Answers(contract)
  async signIn(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    const reply: ReplyOf<typeof contract> = await this.bus.execute(new SignIn(asked));
    this.metrics.signIn(reply.outcome === 'done' ? reply.session.level : reply.reason);
    return reply;
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { GetProfile } from '#contracts';
import { Clock } from '#platform';
import { ServiceBus } from '#service-bus';
import { following } from '../../command.context.js';
import { refused } from '../../refused.reply.js';
import { ForgottenCredentials } from '../forgotten-credentials.step.js';
import { ForgetCredential } from './forget-credential.command.js';

@CommandHandler(ForgetCredential)
export class ForgetCredentialHandler implements ICommandHandler<ForgetCredential> {
  constructor(
    private readonly bus: ServiceBus,
    private readonly credentials: ForgottenCredentials,
    private readonly clock: Clock,
  ) {}

  async execute({ asked }: ForgetCredential) {
    if (asked.actor.kind !== 'command-line') return refused('not-allowed');
    const profile = await this.bus.ask(GetProfile, { userId: asked.userId });
    if (profile.outcome === 'done') return refused('user-exists');
    const context = following(asked.commandId, this.clock.now());
    return { outcome: 'done' as const, ...(await this.credentials.forget(asked.userId, context)) };
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AggregateStore } from '#aggregate-store';
import { Clock } from '#platform';
import { contextOf } from '../../command.context.js';
import { remember } from '../remember.js';
import { revokeRememberMe } from '../revoke-remember-me.js';
import { ForgetDevice } from './forget-device.command.js';

@CommandHandler(ForgetDevice)
export class ForgetDeviceHandler implements ICommandHandler<ForgetDevice> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly clock: Clock,
  ) {}

  async execute({ asked }: ForgetDevice) {
    const { userId, selector } = asked;
    const context = contextOf(asked, this.clock.now(), userId);
    const revoked = await this.aggregates.transact(remember, selector, context, (state) =>
      revokeRememberMe(state, { userId, reason: 'forgotten' }),
    );
    return revoked.outcome === 'refused' ? revoked : { outcome: 'done' as const, position: revoked.position };
  }
}

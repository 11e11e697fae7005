import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AggregateStore } from '#aggregate-store';
import { Clock } from '#platform';
import { contextOf } from '../../command.context.js';
import { refused } from '../../refused.reply.js';
import { contactsAreHeld } from '../../user/hold-contacts.js';
import { user } from '../../user/user.js';
import { changeManagerPhone } from '../change-manager-phone.js';
import { parsePhone } from '../parse-phone.js';
import { school } from '../school.js';
import { ChangeManagerPhone } from './change-manager-phone.command.js';

/** From the command line alone: whoever changes the number decides whom support will believe. */
@CommandHandler(ChangeManagerPhone)
export class ChangeManagerPhoneHandler implements ICommandHandler<ChangeManagerPhone> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly clock: Clock,
  ) {}

  async execute({ asked }: ChangeManagerPhone) {
    if (asked.actor.kind !== 'command-line') return refused('not-allowed');
    const managerPhone = parsePhone(asked.phone);
    if (managerPhone === null) return refused('phone-not-valid');
    const at = this.clock.now();
    const { state: before } = await this.aggregates.load(school, asked.schoolId);
    if (before.status === 'unknown') return refused('unknown-school');
    const { managerUserId } = before;
    const { state: manager } = await this.aggregates.load(user, managerUserId);
    if (contactsAreHeld(manager, at)) return refused('held');
    const changed = await this.aggregates.transact(school, asked.schoolId, contextOf(asked, at), (state) =>
      changeManagerPhone(state, { managerUserId, managerPhone, at }),
    );
    return changed.outcome === 'refused' ? changed : { outcome: 'done' as const, position: changed.position };
  }
}

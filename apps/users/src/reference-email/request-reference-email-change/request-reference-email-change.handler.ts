import { domainToASCII } from 'node:url';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AggregateStore } from '#aggregate-store';
import { ConfirmKey, RequestReferenceEmailChange as contract } from '#contracts';
import { Clock } from '#platform';
import { ServiceBus } from '#service-bus';
import { contextOf, derivedId } from '../../command.context.js';
import { refused } from '../../refused.reply.js';
import { Authority } from '../../user/authority.step.js';
import { contactsAreHeld } from '../../user/hold-contacts.js';
import { user, type RegisteredUser } from '../../user/user.js';
import { changeNamed } from '../email-change.js';
import { parseEmail } from '../parse-email.js';
import { removeEmail } from '../remove-email.js';
import { requestEmailChange } from '../request-email-change.js';
import { RequestReferenceEmailChange } from './request-reference-email-change.command.js';

@CommandHandler(RequestReferenceEmailChange)
export class RequestReferenceEmailChangeHandler implements ICommandHandler<RequestReferenceEmailChange> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly authority: Authority,
    private readonly bus: ServiceBus,
    private readonly clock: Clock,
  ) {}

  async execute({ asked }: RequestReferenceEmailChange) {
    const { actor, userId, slot, oldAddressUnusable } = asked;
    if (actor.kind !== 'user') return refused('not-allowed');
    const reach = await this.authority.over(actor, userId, contract.name);
    if (reach.refused) return refused(reach.refused);
    const changeId = derivedId(asked.commandId, 'change');
    if (changeNamed(reach.user, changeId)) {
      return { outcome: 'done' as const, position: reach.position, changeId };
    }
    if (await this.isHeld(actor.userId, reach.user)) return refused('held');
    const email = asked.email === null ? null : parseEmail(asked.email, domainToASCII);
    if (email === null && asked.email !== null) return refused('email-not-valid');

    // The key is asked again immediately before the edit, beside a factor given lately, and auth counts the wrong ones (REF-01).
    const confirmed = await this.bus.ask(ConfirmKey, {
      commandId: derivedId(asked.commandId, 'confirm-key'),
      userId: actor.userId,
      sessionId: actor.sessionId,
      sealedKey: asked.sealedKey,
      network: asked.network,
      withFactor: true,
    });
    if (confirmed.outcome === 'refused') return confirmed;

    const at = this.clock.now();
    const done = await this.aggregates.transact(user, userId, contextOf(asked, at), (state) =>
      email === null
        ? removeEmail(state, { changeId, slot, at })
        : requestEmailChange(state, { changeId, slot, email, oldAddressUnusable, at }),
    );
    return done.outcome === 'refused'
      ? done
      : { outcome: 'done' as const, position: done.position, changeId };
  }
  /** For three days after a recovery by phone neither an address of theirs changes nor one they would change (TEL-09). */
  private async isHeld(actorId: string, concerned: RegisteredUser): Promise<boolean> {
    const at = this.clock.now();
    const { state: own } = await this.aggregates.load(user, actorId);
    return contactsAreHeld(own, at) || contactsAreHeld(concerned, at);
  }
}

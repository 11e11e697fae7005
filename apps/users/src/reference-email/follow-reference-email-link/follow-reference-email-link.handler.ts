import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AggregateStore } from '#aggregate-store';
import { Clock } from '#platform';
import { refused } from '../../refused.reply.js';
import { user } from '../../user/user.js';
import { standing } from '../change-progress.js';
import { changeNamed } from '../email-change.js';
import { EmailLinks } from '../email-links.adapter.js';
import { acceptEmailChange, confirmNewAddress, vetoEmailChange } from '../follow-email-link.js';
import { FollowReferenceEmailLink } from './follow-reference-email-link.command.js';

const decisions = {
  'confirm-new': confirmNewAddress,
  'accept-old': acceptEmailChange,
  veto: vetoEmailChange,
};

@CommandHandler(FollowReferenceEmailLink)
export class FollowReferenceEmailLinkHandler implements ICommandHandler<FollowReferenceEmailLink> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly links: EmailLinks,
    private readonly clock: Clock,
  ) {}

  async execute({ asked: { commandId, link: value } }: FollowReferenceEmailLink) {
    const at = this.clock.now();
    const link = this.links.open(value, at);
    if (typeof link === 'string') return refused(link);
    const { userId, changeId } = link;
    const context = { commandId, at, channel: 'portal' as const };
    const decide = decisions[link.intent];
    const done = await this.aggregates.transact(user, userId, context, (state) =>
      decide(state, { changeId, at }),
    );
    if (done.outcome === 'refused') return done;
    const state = await this.stateOf(userId, changeId, at);
    return state === 'expired'
      ? refused('expired')
      : { outcome: 'done' as const, position: done.position, state };
  }

  private async stateOf(userId: string, changeId: string, at: string) {
    const { state } = await this.aggregates.load(user, userId);
    const change = state.status === 'registered' ? changeNamed(state, changeId) : undefined;
    return change === undefined ? 'expired' : standing(change, at);
  }
}

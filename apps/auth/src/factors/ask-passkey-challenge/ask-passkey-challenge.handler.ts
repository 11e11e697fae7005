import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AggregateStore } from '#aggregate-store';
import { refuses } from '#event-sourcing';
import { Clock } from '#platform';
import { contextOf } from '../../command.context.js';
import { refused } from '../../refused.reply.js';
import { LivingSessions } from '../../session/living-sessions.step.js';
import { livingSession } from '../../session/living-session.js';
import { makeChallenge } from '../../session/make-challenge.js';
import { session } from '../../session/session.js';
import { factors } from '../factors.js';
import { Passkeys } from '../passkeys.adapter.js';
import { AskPasskeyChallenge } from './ask-passkey-challenge.command.js';

@CommandHandler(AskPasskeyChallenge)
export class AskPasskeyChallengeHandler implements ICommandHandler<AskPasskeyChallenge> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly living: LivingSessions,
    private readonly passkeys: Passkeys,
    private readonly clock: Clock,
  ) {}

  async execute({ asked }: AskPasskeyChallenge) {
    const { sessionId, purpose } = asked;
    const now = this.clock.now();
    const found = await this.living.find(sessionId, now);
    if (found === null) return refused('no-session');
    const { userId } = found.session;
    const value = this.passkeys.challenge();
    const made = await this.aggregates.transact(
      session,
      sessionId,
      contextOf(asked, now, userId),
      (state) => {
        const own = livingSession(state, now);
        return own === null ? refuses('no-session') : makeChallenge(own, { value, purpose, at: now });
      },
    );
    if (made.outcome === 'refused') return made;
    const { state } = await this.aggregates.load(factors, userId);
    return {
      outcome: 'done' as const,
      position: made.position,
      challenge: value,
      credentials: state.passkeys.map(({ credentialId: id, transports }) => ({
        id,
        transports: [...transports],
      })),
    };
  }
}

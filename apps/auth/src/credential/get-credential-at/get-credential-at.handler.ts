import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { stateAt } from '#aggregate-store';
import { EventStore } from '#event-store';
import { Clock } from '#platform';
import { refused } from '../../refused.reply.js';
import { factorAccess } from '../../factors/factor-access.js';
import { factors } from '../../factors/factors.js';
import { sessionsOf } from '../../session/recent-sessions.step.js';
import { credentialAccess } from '../credential-access.js';
import { credential } from '../credential.js';
import { GetCredentialAt } from './get-credential-at.query.js';

@QueryHandler(GetCredentialAt)
export class GetCredentialAtHandler implements IQueryHandler<GetCredentialAt> {
  constructor(
    private readonly events: EventStore,
    private readonly clock: Clock,
  ) {}

  async execute({ asked: { userId, at } }: GetCredentialAt) {
    const recorded = await this.events.read(`${credential.category}-${userId}`);
    if (recorded.length === 0) return refused('unknown-user');
    const state = stateAt(credential, recorded, at);
    const sessions = await sessionsOf(this.events, userId, state, { at, now: this.clock.now() });
    const beside = stateAt(factors, await this.events.read(`${factors.category}-${userId}`), at);
    const access = { ...credentialAccess(state, at), ...factorAccess(state.kind !== 'none', beside) };
    return { outcome: 'done' as const, ...access, sessions };
  }
}

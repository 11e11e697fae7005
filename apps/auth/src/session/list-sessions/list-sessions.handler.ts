import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { AggregateStore } from '#aggregate-store';
import { EventStore } from '#event-store';
import { Clock } from '#platform';
import { credential } from '../../credential/credential.js';
import { Directory } from '../../directory/directory.adapter.js';
import { refused } from '../../refused.reply.js';
import { Families } from '../../remember/families.step.js';
import { LivingSessions } from '../living-sessions.step.js';
import { toldSession } from '../told-session.js';
import { ListSessions } from './list-sessions.query.js';

/** The directory says which sessions to look at, their streams whether they live. */
@QueryHandler(ListSessions)
export class ListSessionsHandler implements IQueryHandler<ListSessions> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly events: EventStore,
    private readonly directory: Directory,
    private readonly living: LivingSessions,
    private readonly families: Families,
    private readonly clock: Clock,
  ) {}

  async execute({ asked: { userId } }: ListSessions) {
    const { state } = await this.aggregates.load(credential, userId);
    if (state.kind === 'none') return refused('unknown-user');
    // A person sees the session they have just opened (invariant 8).
    await this.directory.reached(await this.events.head());
    const now = this.clock.now();
    const found = await Promise.all(
      this.directory.sessionsOf(userId, now).map((id) => this.living.find(id, now)),
    );
    const sessions = found
      .filter((living) => living !== null)
      .map(({ session }) => ({ ...toldSession(session), userAgent: session.userAgent }));
    return { outcome: 'done' as const, sessions, remembered: await this.remembered(userId, now) };
  }

  private async remembered(userId: string, now: string) {
    const found = await Promise.all(
      this.directory.rememberedOf(userId, now).map((selector) => this.families.find(selector, now)),
    );
    return found
      .filter((family) => family !== null)
      .map(({ selector, sessionId, userAgent, grantedAt, usedAt, expiresAt }) => ({
        selector,
        sessionId,
        userAgent,
        grantedAt,
        usedAt,
        expiresAt,
      }));
  }
}

import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { EventStore } from '#event-store';
import { Clock } from '#platform';
import { refused } from '../../refused.reply.js';
import { LivingSessions } from '../living-sessions.step.js';
import { toldSession } from '../told-session.js';
import { VerifySession } from './verify-session.query.js';

@QueryHandler(VerifySession)
export class VerifySessionHandler implements IQueryHandler<VerifySession> {
  constructor(
    private readonly events: EventStore,
    private readonly living: LivingSessions,
    private readonly clock: Clock,
  ) {}

  async execute({ asked: { sessionId } }: VerifySession) {
    // Taken before the streams are read: whatever was committed up to here is in the answer, and perhaps more.
    const asOf = await this.events.head();
    const found = await this.living.find(sessionId, this.clock.now());
    return found === null
      ? refused('no-session')
      : { outcome: 'done' as const, session: toldSession(found.session), asOf };
  }
}

import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { stateAt } from '#aggregate-store';
import { EventStore } from '#event-store';
import { LOG, type Logger } from '#platform';
import { refused } from '../../refused.reply.js';
import { school } from '../../school/school.js';
import { user } from '../../user/user.js';
import { Auditing } from '../auditing.step.js';
import { GetUserAt } from './get-user-at.query.js';

@QueryHandler(GetUserAt)
export class GetUserAtHandler implements IQueryHandler<GetUserAt> {
  constructor(
    private readonly events: EventStore,
    private readonly auditing: Auditing,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  async execute({ asked: { actor, userId, at, reason } }: GetUserAt) {
    if (!(await this.auditing.mayRead(actor))) return refused('not-allowed');
    const recorded = await this.events.read(`user-${userId}`);
    if (recorded.length === 0) return refused('unknown-user');
    if (await this.auditing.isNamedIn(reason, userId)) return refused('reason-names-the-person');
    // Reading changes no record, so that it is the security log that knows who read, and why (GDP-09).
    this.log.info(
      { event: 'audit_state', actor, target: userId, at, reason: reason ?? null },
      'a state was read',
    );
    const person = stateAt(user, recorded, at);
    const schoolId = 'schoolId' in person ? person.schoolId : null;
    const tenant = stateAt(school, schoolId === null ? [] : await this.events.read(`school-${schoolId}`), at);
    const registered = person.status === 'registered';
    return {
      outcome: 'done' as const,
      status: person.status,
      role: registered ? person.role : null,
      schoolId,
      active: registered && person.active,
      managers: tenant.status === 'registered' ? [...tenant.managers] : [],
    };
  }
}

import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { momentIn, tell } from '#aggregate-store';
import { EventStore } from '#event-store';
import { LOG, type Logger } from '#platform';
import { refused } from '../../refused.reply.js';
import { caseStreamsOf } from '../../support-case/cases-of.js';
import { supportCaseSentences } from '../../support-case/told.language.js';
import { userSentences } from '../../user/told.language.js';
import { Auditing } from '../auditing.step.js';
import { TellUser } from './tell-user.query.js';

@QueryHandler(TellUser)
export class TellUserHandler implements IQueryHandler<TellUser> {
  constructor(
    private readonly events: EventStore,
    private readonly auditing: Auditing,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  async execute({ asked: { actor, userId, locale, reason } }: TellUser) {
    if (!(await this.auditing.mayRead(actor))) return refused('not-allowed');
    const recorded = await this.events.read(`user-${userId}`);
    if (recorded.length === 0) return refused('unknown-user');
    if (await this.auditing.isNamedIn(reason, userId)) return refused('reason-names-the-person');
    // Reading changes no record, so that it is the security log that knows who read, and why (GDP-09).
    this.log.info(
      { event: 'audit_replay', actor, target: userId, reason: reason ?? null },
      'a record was replayed',
    );
    const cases = await Promise.all(caseStreamsOf(recorded).map((stream) => this.events.read(stream)));
    const telling = { ...userSentences[locale], ...supportCaseSentences[locale] };
    const events = tell([...recorded, ...cases.flat()], telling, (at) => momentIn(locale, at));
    return { outcome: 'done' as const, events };
  }
}

import { domainToASCII } from 'node:url';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { AggregateStore } from '#aggregate-store';
import { Clock } from '#platform';
import { derivedId } from '../../command.context.js';
import { IdentifierDigests } from '../../identifier/identifier-digests.adapter.js';
import { identifier } from '../../identifier/identifier.js';
import { parseIdentifier } from '../../identifier/parse-identifier.js';
import { staleHolder } from '../../identifier/take-over-identifier.js';
import { parseEmail } from '../../reference-email/parse-email.js';
import { refused } from '../../refused.reply.js';
import { school } from '../../school/school.js';
import { parseName } from '../parse-name.js';
import { user } from '../user.js';
import { CheckNewUsers } from './check-new-users.query.js';

type NewUser = CheckNewUsers['asked']['users'][number];

@QueryHandler(CheckNewUsers)
export class CheckNewUsersHandler implements IQueryHandler<CheckNewUsers> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly digests: IdentifierDigests,
    private readonly clock: Clock,
  ) {}

  async execute({ asked }: CheckNewUsers) {
    if (asked.actor.kind !== 'command-line') return refused('not-allowed');
    const { state } = await this.aggregates.load(school, asked.schoolId);
    if (state.status === 'unknown') return refused('unknown-school');
    return { outcome: 'done' as const, users: await Promise.all(asked.users.map((one) => this.check(one))) };
  }

  private async check({ commandId, identifier: typed, name, email }: NewUser) {
    const parsed = parseIdentifier(typed);
    const { present, taken } =
      parsed === null ? free : await this.holds(parsed, derivedId(commandId, 'user'));
    return {
      present,
      problems: [
        ...(parsed === null ? (['identifier-not-valid'] as const) : []),
        ...(taken ? (['identifier-taken'] as const) : []),
        ...(parseName(name) === null ? (['name-not-valid'] as const) : []),
        ...(parseEmail(email, domainToASCII) === null ? (['email-not-valid'] as const) : []),
      ],
    };
  }

  /** A registration that was cut off long ago holds its identifier against nobody; see identifier.md. */
  private async holds(parsed: string, userId: string) {
    const own = (await this.aggregates.load(user, userId)).state.status;
    const { state } = await this.aggregates.load(identifier, this.digests.of(parsed));
    if (state.status === 'free') return { present: false, taken: own === 'erased' || own === 'abandoned' };
    if (state.userId === userId) return { present: own === 'registered', taken: own === 'erased' };
    const holder = (await this.aggregates.load(user, state.userId)).state.status;
    const lives = holder === 'registered' || holder === 'erased';
    return { present: false, taken: lives || staleHolder(state, this.clock.now()) === null };
  }
}

const free = { present: false, taken: false };

import { domainToASCII } from 'node:url';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AggregateStore } from '#aggregate-store';
import { Clock } from '#platform';
import { contextOf, derivedId } from '../../command.context.js';
import { IdentifierDigests } from '../../identifier/identifier-digests.adapter.js';
import { IdentifierReservation } from '../../identifier/reserve-identifier.step.js';
import { refused } from '../../refused.reply.js';
import { school } from '../../school/school.js';
import { Authority } from '../authority.step.js';
import { UserEntry } from '../enter-user.step.js';
import { parseDetails } from '../parse-details.js';
import { AddUser } from './add-user.command.js';

@CommandHandler(AddUser)
export class AddUserHandler implements ICommandHandler<AddUser> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly authority: Authority,
    private readonly digests: IdentifierDigests,
    private readonly identifiers: IdentifierReservation,
    private readonly entry: UserEntry,
    private readonly clock: Clock,
  ) {}

  async execute({ asked }: AddUser) {
    const place = await this.schoolFor(asked);
    if (place.refused) return refused(place.refused);
    const typed = parseDetails(asked, domainToASCII);
    if (typeof typed === 'string') return refused(typed);

    const context = contextOf(asked, this.clock.now());
    const userId = derivedId(asked.commandId, 'user');
    const identifierDigest = this.digests.of(typed.identifier);
    if (!(await this.identifiers.reserve(identifierDigest, userId, context))) {
      return refused('identifier-taken');
    }
    const details = { ...typed, role: asked.role, locale: asked.locale };
    const position = await this.entry.enter(
      {
        userId,
        schoolId: place.schoolId,
        identifierDigest,
        details,
        ...(asked.welcome === false && { welcome: asked.welcome }),
      },
      context,
    );
    return position === null ? refused('identifier-taken') : { outcome: 'done' as const, position, userId };
  }

  /** A manager adds to their own school, whatever they name; only an operator names one. */
  private async schoolFor({ actor, schoolId: named }: AddUser['asked']) {
    if (actor.kind === 'user') {
      const schoolId = await this.authority.schoolOf(actor.userId);
      return schoolId === null ? { refused: 'not-allowed' as const } : { refused: null, schoolId };
    }
    const { state } = await this.aggregates.load(school, named ?? '');
    return named === undefined || state.status === 'unknown'
      ? { refused: 'unknown-school' as const }
      : { refused: null, schoolId: named };
  }
}

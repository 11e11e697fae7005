import { domainToASCII } from 'node:url';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { NO_SCHOOL } from '#contracts';
import { Clock } from '#platform';
import { contextOf, derivedId } from '../../command.context.js';
import { IdentifierDigests } from '../../identifier/identifier-digests.adapter.js';
import { IdentifierReservation } from '../../identifier/reserve-identifier.step.js';
import { refused } from '../../refused.reply.js';
import { UserEntry } from '../../user/enter-user.step.js';
import { parseDetails } from '../../user/parse-details.js';
import { AddOperator } from './add-operator.command.js';

/** Identifier, then person, as for a school's user. From the command line alone: no session makes an operator. */
@CommandHandler(AddOperator)
export class AddOperatorHandler implements ICommandHandler<AddOperator> {
  constructor(
    private readonly digests: IdentifierDigests,
    private readonly identifiers: IdentifierReservation,
    private readonly entry: UserEntry,
    private readonly clock: Clock,
  ) {}

  async execute({ asked }: AddOperator) {
    if (asked.actor.kind !== 'command-line') return refused('not-allowed');
    const typed = parseDetails(asked, domainToASCII);
    if (typeof typed === 'string') return refused(typed);
    const context = contextOf(asked, this.clock.now());
    const userId = derivedId(asked.commandId, 'user');
    const identifierDigest = this.digests.of(typed.identifier);
    if (!(await this.identifiers.reserve(identifierDigest, userId, context))) {
      return refused('identifier-taken');
    }
    const details = { ...typed, role: asked.role, locale: asked.locale };
    const entering = { userId, schoolId: NO_SCHOOL, identifierDigest, details };
    const position = await this.entry.enter(entering, context);
    return position === null ? refused('identifier-taken') : { outcome: 'done' as const, position, userId };
  }
}

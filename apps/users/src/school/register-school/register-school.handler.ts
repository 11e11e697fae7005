import { domainToASCII } from 'node:url';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AggregateStore } from '#aggregate-store';
import { Clock } from '#platform';
import { contextOf, derivedId } from '../../command.context.js';
import { IdentifierDigests } from '../../identifier/identifier-digests.adapter.js';
import { IdentifierReservation } from '../../identifier/reserve-identifier.step.js';
import { refused } from '../../refused.reply.js';
import { UserEntry } from '../../user/enter-user.step.js';
import { parseDetails } from '../../user/parse-details.js';
import { parseName } from '../../user/parse-name.js';
import { parsePhone } from '../parse-phone.js';
import { registerSchool } from '../register-school.js';
import { school } from '../school.js';
import { RegisterSchool } from './register-school.command.js';

/** Identifier, then school, then manager: each step may be repeated, and the welcome mail finds everything in place. */
@CommandHandler(RegisterSchool)
export class RegisterSchoolHandler implements ICommandHandler<RegisterSchool> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly digests: IdentifierDigests,
    private readonly identifiers: IdentifierReservation,
    private readonly entry: UserEntry,
    private readonly clock: Clock,
  ) {}

  async execute({ asked }: RegisterSchool) {
    if (asked.actor.kind !== 'command-line') return refused('not-allowed');
    const name = parseName(asked.name);
    if (name === null) return refused('name-not-valid');
    const typed = parseDetails(asked.manager, domainToASCII);
    if (typeof typed === 'string') return refused(typed);
    const managerPhone = parsePhone(asked.manager.phone);
    if (managerPhone === null) return refused('phone-not-valid');

    const context = contextOf(asked, this.clock.now());
    const schoolId = derivedId(asked.commandId, 'school');
    const userId = derivedId(asked.commandId, 'user');
    const identifierDigest = this.digests.of(typed.identifier);
    if (!(await this.identifiers.reserve(identifierDigest, userId, context))) {
      return refused('identifier-taken');
    }
    await this.aggregates.transact(school, schoolId, context, (state) =>
      registerSchool(state, { name, managerUserId: userId, managerPhone }),
    );
    const details = { ...typed, role: 'manager' as const, locale: asked.manager.locale };
    const position = await this.entry.enter({ userId, schoolId, identifierDigest, details }, context);
    return position === null
      ? refused('identifier-taken')
      : { outcome: 'done' as const, position, schoolId, userId };
  }
}

import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AggregateStore } from '#aggregate-store';
import { OpenSupportCase as contract } from '#contracts';
import { Clock, LOG, type Logger } from '#platform';
import { contextOf, derivedId, step } from '../../command.context.js';
import { Operators } from '../../operator/operators.step.js';
import { refused } from '../../refused.reply.js';
import { SupportDesk } from '../../support-desk/support-desk.projection.js';
import { countSupportCase } from '../../user/count-support-case.js';
import { user } from '../../user/user.js';
import { openCase } from '../open-case.js';
import { PhonesOnFile } from '../phones-on-file.step.js';
import { supportCase } from '../support-case.js';
import { OpenSupportCase } from './open-support-case.command.js';

/** An operator who opens more in a day is looked at (TEL-10). An alarm, not a limit: a bad day for schools must not stop support. */
const MANY_IN_A_DAY = 20;

/** Counted on the manager's own stream first, so that of four parallel openings one is refused; then the case. */
@CommandHandler(OpenSupportCase)
export class OpenSupportCaseHandler implements ICommandHandler<OpenSupportCase> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly operators: Operators,
    private readonly phones: PhonesOnFile,
    private readonly desk: SupportDesk,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  async execute({ asked }: OpenSupportCase) {
    const operatorId = await this.operators.support(asked.actor, contract.name);
    if (operatorId === null) return refused('not-allowed');
    const at = this.clock.now();
    const { schoolId, commandId } = asked;
    const phone = await this.phones.ofSchool(schoolId);
    if (phone.managerUserId === null) return refused('unknown-school');
    const userId = phone.managerUserId;
    const caseId = derivedId(commandId, 'case');
    const context = { ...contextOf(asked, at), channel: 'support' as const };
    const counted = await this.aggregates.transact(user, userId, step(context, 'count'), (state) =>
      countSupportCase(state, { caseId, at }),
    );
    if (counted.outcome === 'refused') {
      return refused(counted.reason === 'unknown-user' ? 'unknown-school' : counted.reason);
    }
    const opened = await this.aggregates.transact(supportCase, caseId, context, (state) =>
      openCase(state, { schoolId, userId, operatorId, phone, at }),
    );
    this.watch(operatorId, at);
    const position = opened.outcome === 'done' ? opened.position : counted.position;
    return { outcome: 'done' as const, position, caseId };
  }

  private watch(operatorId: string, at: string): void {
    const cases = this.desk.openedBy(operatorId, new Date(Date.parse(at) - 86_400_000).toISOString());
    if (cases < MANY_IN_A_DAY) return;
    this.log.warn({ event: 'support_rate_alarm', operator: operatorId, cases }, 'many cases by one operator');
  }
}

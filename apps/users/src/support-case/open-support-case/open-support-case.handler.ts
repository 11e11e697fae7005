import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AggregateStore } from '#aggregate-store';
import { OpenSupportCase as contract } from '#contracts';
import { Clock } from '#platform';
import { contextOf, derivedId, step } from '../../command.context.js';
import { Operators } from '../../operator/operators.step.js';
import { OperatorPaces } from '../../operator/pace.step.js';
import { refused } from '../../refused.reply.js';
import { countSupportCase } from '../../user/count-support-case.js';
import { user } from '../../user/user.js';
import { openCase } from '../open-case.js';
import { PhonesOnFile } from '../phones-on-file.step.js';
import { supportCase } from '../support-case.js';
import { OpenSupportCase } from './open-support-case.command.js';

/** Counted on the operator's and the manager's own streams first, so that of four parallel openings one is refused; then the case. */
@CommandHandler(OpenSupportCase)
export class OpenSupportCaseHandler implements ICommandHandler<OpenSupportCase> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly operators: Operators,
    private readonly phones: PhonesOnFile,
    private readonly paces: OperatorPaces,
    private readonly clock: Clock,
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
    if (!(await this.paces.mayGoOn(operatorId, 'open', context))) return refused('too-many-acts');
    const counted = await this.aggregates.transact(user, userId, step(context, 'count'), (state) =>
      countSupportCase(state, { caseId, at }),
    );
    if (counted.outcome === 'refused') {
      return refused(counted.reason === 'unknown-user' ? 'unknown-school' : counted.reason);
    }
    const opened = await this.aggregates.transact(supportCase, caseId, context, (state) =>
      openCase(state, { schoolId, userId, operatorId, phone, at }),
    );
    const position = opened.outcome === 'done' ? opened.position : counted.position;
    return { outcome: 'done' as const, position, caseId };
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AggregateStore } from '#aggregate-store';
import { Clock } from '#platform';
import { refused } from '../../refused.reply.js';
import { CodesOfCases } from '../codes-of-cases.step.js';
import { supportCase } from '../support-case.js';
import { vetoCase } from '../veto-case.js';
import { VetoLinks } from '../veto-links.adapter.js';
import { VetoRecovery } from './veto-recovery.command.js';

/** The veto is recorded first: it decides. Then auth forgets the code and ends the session it may have opened. */
@CommandHandler(VetoRecovery)
export class VetoRecoveryHandler implements ICommandHandler<VetoRecovery> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly links: VetoLinks,
    private readonly codes: CodesOfCases,
    private readonly clock: Clock,
  ) {}

  async execute({ asked: { commandId, link: value } }: VetoRecovery) {
    const at = this.clock.now();
    const link = this.links.open(value, at);
    if (link === null) return refused('link-not-valid');
    const { caseId, userId } = link;
    const context = { commandId, at, channel: 'portal' as const };
    const vetoed = await this.aggregates.transact(supportCase, caseId, context, (state) =>
      vetoCase(state, { at }),
    );
    if (vetoed.outcome === 'refused') {
      return refused(vetoed.reason === 'unknown-case' ? 'link-not-valid' : vetoed.reason);
    }
    await this.codes.cancel(caseId, userId, commandId);
    return { outcome: 'done' as const, position: vetoed.position };
  }
}

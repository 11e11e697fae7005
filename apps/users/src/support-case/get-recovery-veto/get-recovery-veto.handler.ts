import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { AggregateStore } from '#aggregate-store';
import { Clock } from '#platform';
import { refused } from '../../refused.reply.js';
import { SchoolNames } from '../../school/school-names.step.js';
import { firstName } from '../../user/parse-name.js';
import { user } from '../../user/user.js';
import { supportCase } from '../support-case.js';
import { VetoLinks } from '../veto-links.adapter.js';
import { GetRecoveryVeto } from './get-recovery-veto.query.js';

@QueryHandler(GetRecoveryVeto)
export class GetRecoveryVetoHandler implements IQueryHandler<GetRecoveryVeto> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly links: VetoLinks,
    private readonly schools: SchoolNames,
    private readonly clock: Clock,
  ) {}

  async execute({ asked }: GetRecoveryVeto) {
    const link = this.links.open(asked.link, this.clock.now());
    if (link === null) return refused('link-not-valid');
    const { state } = await this.aggregates.load(supportCase, link.caseId);
    if (state.status === 'unknown') return refused('link-not-valid');
    const { state: manager } = await this.aggregates.load(user, state.userId);
    const name = manager.status === 'registered' ? firstName(manager.name ?? '') : '';
    const schoolName = await this.schools.of(state.schoolId);
    const ended = state.status === 'closed';
    const standing = !ended ? 'pending' : state.outcome === 'vetoed' ? 'vetoed' : 'over';
    return { outcome: 'done' as const, state: standing as 'pending' | 'vetoed' | 'over', name, schoolName };
  }
}

import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { AggregateStore } from '#aggregate-store';
import { credential } from '../../credential/credential.js';
import { refused } from '../../refused.reply.js';
import { compulsoryFor } from '../compulsory-for.js';
import { factors } from '../factors.js';
import { codesLeft } from '../how-many.js';
import { GetFactors } from './get-factors.query.js';

@QueryHandler(GetFactors)
export class GetFactorsHandler implements IQueryHandler<GetFactors> {
  constructor(private readonly aggregates: AggregateStore) {}

  async execute({ asked: { userId } }: GetFactors) {
    const { state: holder } = await this.aggregates.load(credential, userId);
    if (holder.kind === 'none') return refused('unknown-user');
    const { state } = await this.aggregates.load(factors, userId);
    return {
      outcome: 'done' as const,
      compulsory: compulsoryFor(holder.holder.role),
      totp: state.totp === null ? null : { addedAt: state.totp.addedAt },
      passkeys: state.passkeys.map(({ factorId, device, addedAt }) => ({ factorId, device, addedAt })),
      codesLeft: codesLeft(state),
      ...(state.resetByCase === null ? {} : { resetByCase: state.resetByCase }),
    };
  }
}

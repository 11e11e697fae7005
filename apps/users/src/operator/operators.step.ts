import { Inject, Injectable } from '@nestjs/common';
import { AggregateStore } from '#aggregate-store';
import type { Actor } from '#contracts';
import { LOG, type Logger } from '#platform';
import { user } from '../user/user.js';

/** Who of the vendor's people asks: read from their own streams, never from a projection (invariant 3). */
@Injectable()
export class Operators {
  constructor(
    private readonly aggregates: AggregateStore,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** The id of the actor if they work for support, or null. */
  async support(actor: Actor, request: string): Promise<string | null> {
    if (actor.kind !== 'user') return null;
    const { state } = await this.aggregates.load(user, actor.userId);
    if (state.status === 'registered' && state.active && state.role === 'support') return actor.userId;
    this.log.warn({ event: 'authz_fail', actor: actor.userId, request }, 'authorisation refused');
    return null;
  }

  /** What an operator is called; empty for one whose name was erased. */
  async nameOf(operatorId: string): Promise<string> {
    const { state } = await this.aggregates.load(user, operatorId);
    return state.status === 'registered' ? (state.name ?? '') : '';
  }
}

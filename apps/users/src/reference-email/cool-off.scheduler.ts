import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { AggregateStore } from '#aggregate-store';
import { Clock, LOG, PLATFORM, Rounds, type Logger, type Platform } from '#platform';
import { dueCoolOffs, type CoolOff } from '../user-list/cool-off.table.js';
import { UserListProjection } from '../user-list/user-list.projection.js';
import { user } from '../user/user.js';
import { settleEmailChange } from './settle-email-change.js';

const EVERY_MS = 30_000;

/**
 * Lets a change take effect once its cool-off has passed. The list only reminds; whether it may is decided on the user's own
 * stream, so asking twice, late or in two processes is harmless. Whatever fell due while nobody ran is settled at start.
 */
@Injectable()
export class CoolOffScheduler implements OnApplicationBootstrap, OnModuleDestroy {
  private rounds: Rounds | undefined;

  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(LOG) private readonly log: Logger,
    private readonly aggregates: AggregateStore,
    private readonly list: UserListProjection,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.platform.background) return;
    this.rounds = new Rounds({
      every: EVERY_MS,
      first: 0,
      make: () => this.settleDue(),
      onError: (error) => this.log.warn({ err: error }, 'cool-offs could not be settled; trying again soon'),
    });
  }

  async onModuleDestroy(): Promise<void> {
    await this.rounds?.stop();
  }

  /** Settles what is due now. */
  async settleDue(): Promise<void> {
    if (this.list.sql === null) return;
    const at = this.clock.now();
    for (const due of dueCoolOffs(this.list.sql, at)) await this.settle(due, at);
  }

  private async settle({ userId, changeId }: CoolOff, at: string): Promise<void> {
    const context = { commandId: `${changeId}:cool-off`, at, channel: 'system' as const };
    await this.aggregates.transact(user, userId, context, (state) =>
      settleEmailChange(state, { changeId, at }),
    );
  }
}

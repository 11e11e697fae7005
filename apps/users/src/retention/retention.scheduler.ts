import { setImmediate as nextTurn } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { AggregateStore, eventTime } from '#aggregate-store';
import { EventStore } from '#event-store';
import { ReadingsJournal, readingsFolder } from '#journals';
import { Clock, LOG, PLATFORM, Rounds, type Logger, type Platform } from '#platform';
import { Erasure } from '../erasure/erasure.step.js';
import { UserListProjection } from '../user-list/user-list.projection.js';
import { eraseDeparted } from '../user/erase-departed.js';
import { user } from '../user/user.js';
import { applyRetention, isDue } from './apply-retention.js';
import { departedAfter } from './departed.table.js';
import { retention } from './retention.js';

const ID = 'daily';
const LOOK_EVERY_MS = 3_600_000;
const FIRST_LOOK_MS = 60_000;
const PAGE = 200;
const DAY = 24 * 3_600_000;

/**
 * Makes the daily round of every clock, and records it (GDP-01, GDP-06). The list only reminds of who departed; whether they
 * still are, and since when, their own stream says.
 */
@Injectable()
export class RetentionScheduler implements OnApplicationBootstrap, OnModuleDestroy {
  private rounds: Rounds | undefined;
  private stopped = false;
  private readonly readings: ReadingsJournal;
  /** Readings that were removed since the last round of this replica that is on record. */
  private removedReadings = 0;

  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(LOG) private readonly log: Logger,
    private readonly aggregates: AggregateStore,
    private readonly events: EventStore,
    private readonly list: UserListProjection,
    private readonly erasure: Erasure,
    private readonly clock: Clock,
  ) {
    this.readings = new ReadingsJournal(readingsFolder(platform.settings.dataFolder));
  }

  onApplicationBootstrap(): void {
    if (!this.platform.background) return;
    this.rounds = new Rounds({
      every: LOOK_EVERY_MS,
      // Not at once: a start has better things to do, and its list may still be filled.
      first: FIRST_LOOK_MS,
      make: () => this.round(),
      onError: (error) => this.log.warn({ err: error }, 'the retention round is made later'),
    });
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    await this.rounds?.stop();
  }

  /** Makes the round if it is due. */
  async round(): Promise<void> {
    const at = this.clock.now();
    // Whoever makes the round: each replica has a folder of its own.
    this.removedReadings += await this.readings.sweep(at);
    const { state } = await this.aggregates.load(retention, ID);
    if (!isDue(state, at) || this.stopped) return;
    const keptDays = this.platform.settings.keepDepartedDays;
    const erasedUsers = await this.eraseDeparted(at, keptDays);
    const removedEvents = await this.events.purgeExpired();
    const context = { commandId: `retention:${at}`, at, channel: 'system' } as const;
    const { removedReadings } = this;
    const done = await this.aggregates.transact(retention, ID, context, (now) =>
      applyRetention(now, { at, removedEvents, erasedUsers, keptDays, removedReadings }),
    );
    if (done.outcome === 'done' && done.events.length > 0) this.removedReadings = 0;
  }

  private async eraseDeparted(at: string, keptDays: number): Promise<number> {
    const { sql } = this.list;
    const before = new Date(Date.parse(at) - keptDays * DAY).toISOString();
    let erased = 0;
    for (let page = sql === null ? [] : departedAfter(sql, '', PAGE); page.length > 0; await nextTurn()) {
      for (const userId of page) if (await this.erase(userId, before, at)) erased += 1;
      page = this.stopped || sql === null ? [] : departedAfter(sql, page.at(-1)!, PAGE);
    }
    return erased;
  }

  private async erase(userId: string, before: string, at: string): Promise<boolean> {
    const history = await this.events.read(`user-${userId}`);
    const departed = history.findLast(({ type }) => type === 'UserDeactivated');
    if (departed === undefined || eventTime(departed) > before) return false;
    const context = { commandId: `${departed.id}:retention`, at, channel: 'system' } as const;
    const done = await this.aggregates.transact(user, userId, context, eraseDeparted);
    if (done.outcome !== 'done' || done.events.length === 0) return false;
    await this.erasure.carryOut(userId);
    return true;
  }
}

import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { RecordedEvent, Subscription } from '#event-store';
import { PLATFORM, type Platform } from '#platform';
import { ProjectionDatabase, runReactor } from '#projections';
import { Erasure } from './erasure.step.js';
import { PastErasures } from './past-erasures.step.js';

const prefix = 'user-';

/** Before anything is answered, erases again whom an older backup brought back; then sees every erasure through to its end. */
@Injectable()
export class ErasureFollower implements OnModuleInit, OnModuleDestroy {
  private database: ProjectionDatabase | undefined;
  private subscription: Subscription | undefined;

  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    private readonly erasure: Erasure,
    private readonly past: PastErasures,
  ) {}

  async onModuleInit(): Promise<void> {
    const { background, readModel, events } = this.platform;
    if (!background) return;
    await this.past.reapply();
    this.database = ProjectionDatabase.open({ file: readModel('erasures'), shape: '' });
    this.subscription = runReactor<RecordedEvent>({
      database: this.database,
      name: 'erasures',
      source: events,
      react: async ({ type, stream }) => {
        if (type !== 'UserErased' || !stream.startsWith(prefix)) return false;
        await this.erasure.carryOut(stream.slice(prefix.length));
      },
    });
  }

  async onModuleDestroy(): Promise<void> {
    await this.subscription?.stop();
    this.database?.close();
  }
}

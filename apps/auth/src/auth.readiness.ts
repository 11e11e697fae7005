import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { EventStore, secondsBehind } from '#event-store';
import { Metrics } from '#metrics';
import { PLATFORM, type Platform, Readiness } from '#platform';
import { Directory } from './directory/directory.adapter.js';
import { Background } from './housekeeping/background.adapter.js';
import { type Aim, aimAfter } from './housekeeping/headway.js';
import { Decoy } from './sign-in/decoy.adapter.js';

/** So long on its way to one place is a queue of work; longer is a part that has stopped. In milliseconds. */
const BEHIND_MS = 30_000;

/** Tells whether auth can answer: its decoy is made, its directory read, its followers follow. */
@Injectable()
export class AuthReadiness implements OnModuleInit {
  private aim: Aim | null = null;

  constructor(
    private readonly readiness: Readiness,
    private readonly events: EventStore,
    private readonly decoy: Decoy,
    private readonly directory: Directory,
    private readonly background: Background,
    private readonly metrics: Metrics,
    @Inject(PLATFORM) private readonly platform: Platform,
  ) {}

  onModuleInit(): void {
    this.readiness.add({ name: 'auth', check: () => this.check() });
    if (!this.platform.background) return;
    this.metrics.projection('auth', () => secondsBehind(this.events, this.directory.position()));
    this.metrics.projection('auth-reactors', () => secondsBehind(this.events, this.background.position()));
  }

  private async check(): Promise<string | null> {
    if (!this.decoy.isReady()) return 'the decoy hash is being made';
    if (!this.directory.isCaughtUp()) return 'the directory is being read';
    const at = performance.now();
    const head = await this.events.head();
    const position = Math.min(this.directory.position(), this.background.position());
    this.aim = aimAfter(this.aim, { at, head, position });
    const late = this.aim === null ? 0 : at - this.aim.at;
    return late > BEHIND_MS ? `${Math.round(late / 1000)} s behind` : null;
  }
}

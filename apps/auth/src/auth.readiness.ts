import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { EventStore } from '#event-store';
import { Metrics } from '#metrics';
import { PLATFORM, type Platform, Readiness } from '#platform';
import { Directory } from './directory/directory.adapter.js';
import { Background } from './housekeeping/background.adapter.js';
import { Decoy } from './sign-in/decoy.adapter.js';

/** So many events behind is a queue of work; more is a part that has stopped. */
const BEHIND = 1000;

/** Tells whether auth can answer: its decoy is made, its directory read, its followers follow. */
@Injectable()
export class AuthReadiness implements OnModuleInit {
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
    const behind = async (part: { position(): number }) => (await this.events.head()) - part.position();
    this.metrics.projection('auth', () => behind(this.directory));
    this.metrics.projection('auth-reactors', () => behind(this.background));
  }

  private async check(): Promise<string | null> {
    if (!this.decoy.isReady()) return 'the decoy hash is being made';
    if (!this.directory.isCaughtUp()) return 'the directory is being read';
    const behind =
      (await this.events.head()) - Math.min(this.directory.position(), this.background.position());
    return behind > BEHIND ? `${behind} events behind` : null;
  }
}

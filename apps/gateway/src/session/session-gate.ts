import { randomUUID } from 'node:crypto';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { GetProfile, TouchSession, VerifySession, topics } from '#contracts';
import type { Profile } from '#contracts';
import { EventStore, patientHead, secondsBehind, type Subscription } from '#event-store';
import { MessageFeed } from '#messaging';
import { Metrics } from '#metrics';
import { Clock } from '#platform';
import { ServiceBus } from '#service-bus';
import { looksLikeSessionSecret, sessionIdOf } from './session-secret.js';
import { type Known, SessionView, touchAfterMs } from './session-view.js';
import type { SignedIn } from './signed-in.js';

/**
 * Tells who is behind a session secret. What was verified is remembered, and used only while the feed is live, that is,
 * while nothing is committed that the view has not taken in; otherwise auth is asked, which reads the streams (SES-13).
 */
@Injectable()
export class SessionGate implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly view = new SessionView();
  private readonly ending = new AbortController();
  private feed: Subscription | undefined;
  private following: Promise<void> = Promise.resolve();

  constructor(
    @Inject(EventStore) private readonly events: EventStore,
    @Inject(ServiceBus) private readonly bus: ServiceBus,
    @Inject(MessageFeed) private readonly messages: MessageFeed,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {}

  onApplicationBootstrap(): void {
    // Not waited for: until it follows, nothing is remembered and auth is asked.
    this.following = this.follow().catch(() => undefined);
  }

  /** Every gateway must hear every message. The past does not matter, the view starts empty. */
  private async follow(): Promise<void> {
    const after = await patientHead(this.events, this.ending.signal);
    this.feed = this.messages.follow({
      group: 'gateway',
      topics: Object.values(topics),
      after,
      handle: (message) => this.view.take(message),
    });
    const { feed, events } = this;
    this.metrics.projection('gateway-sessions', () => secondsBehind(events, feed.position()));
  }

  async onApplicationShutdown(): Promise<void> {
    this.ending.abort();
    await this.following;
    await this.feed?.stop();
  }

  /** True while remembered sessions may be used without asking auth. */
  isLive(): boolean {
    return this.feed?.isLive() ?? false;
  }

  /**
   * Who is signed in with this secret; null when nobody is (any more). Rejects with ServiceUnavailable when that cannot
   * be known now: nobody is let in on a guess (SES-13, EVT-11).
   */
  async verify(secret: string | undefined): Promise<SignedIn | null> {
    if (secret === undefined || !looksLikeSessionSecret(secret)) return null;
    const sessionId = sessionIdOf(secret);
    const now = this.clock.now();
    const signedIn = this.remembered(sessionId)?.signedIn ?? (await this.ask(sessionId));
    return signedIn && this.inUse(signedIn, now);
  }

  /** Like `verify`, at once and without asking anybody; undefined when that takes a question. */
  known(secret: string): SignedIn | undefined {
    if (!looksLikeSessionSecret(secret)) return undefined;
    const known = this.remembered(sessionIdOf(secret));
    return known && this.clock.now() < known.goodUntil ? known.signedIn : undefined;
  }

  /** The person, as users knows them now; null when users does not know them, or no longer lets them in (ASVS 7.4.2). */
  async profileOf(userId: string): Promise<Profile | null> {
    const reply = await this.bus.ask(GetProfile, { userId });
    return reply.outcome === 'done' && !reply.deactivated ? reply.profile : null;
  }

  private remembered(sessionId: string): Known | undefined {
    return this.isLive() ? this.view.find(sessionId) : undefined;
  }

  private async ask(sessionId: string): Promise<SignedIn | null> {
    const question = this.view.ask(this.feed?.position() ?? -1);
    try {
      const reply = await this.bus.ask(VerifySession, { sessionId });
      if (reply.outcome === 'refused') return null;
      const profile = await this.profileOf(reply.session.userId);
      if (!profile) return null;
      const signedIn = { session: reply.session, profile };
      this.view.keep(question, signedIn, reply.asOf);
      return signedIn;
    } finally {
      this.view.drop(question);
    }
  }

  /**
   * Lets a session go on that was last seen five minutes ago or more: only auth may say so, which knows the idle limit
   * (SES-03) and records the use. A session seen since then cannot have idled out, and its absolute end is checked here.
   */
  private async inUse(signedIn: SignedIn, now: string): Promise<SignedIn | null> {
    const { sessionId, seenAt, expiresAt } = signedIn.session;
    if (now >= expiresAt) return null;
    if (Date.parse(now) - Date.parse(seenAt) < touchAfterMs) return signedIn;
    const reply = await this.bus.ask(TouchSession, { commandId: randomUUID(), sessionId });
    if (reply.outcome === 'done') {
      this.view.touched(sessionId, now);
      return signedIn;
    }
    this.view.forget(sessionId);
    return null;
  }
}

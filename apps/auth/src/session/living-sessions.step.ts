import { Injectable } from '@nestjs/common';
import { AggregateStore } from '#aggregate-store';
import { credential } from '../credential/credential.js';
import { sessionHolds } from '../credential/session-holds.js';
import { livingSession } from './living-session.js';
import { session } from './session.js';
import type { OpenSession } from './session.events.js';

/** A living session, and where its last event stands. */
export type Living = Readonly<{ session: OpenSession; position: number }>;

/** Reads sessions from the streams themselves: the session's own, and the end of its credential's (SES-13). */
@Injectable()
export class LivingSessions {
  constructor(private readonly aggregates: AggregateStore) {}

  async find(sessionId: string, now: string): Promise<Living | null> {
    const { state, position } = await this.aggregates.load(session, sessionId);
    const own = livingSession(state, now);
    if (own === null) return null;
    const holder = (await this.aggregates.load(credential, own.userId)).state;
    return holder.kind === 'open' && sessionHolds(holder, own) ? { session: own, position } : null;
  }
}

import { Injectable } from '@nestjs/common';
import { AggregateStore } from '#aggregate-store';
import { credential } from '../credential/credential.js';
import { sessionHolds } from '../credential/session-holds.js';
import { Families } from '../remember/families.step.js';
import { livingSession } from './living-session.js';
import { session } from './session.js';
import type { OpenSession } from './session.events.js';

/** A living session, and where its last event stands. */
export type Living = Readonly<{ session: OpenSession; position: number }>;

/**
 * Reads sessions from the streams themselves: the session's own, the end of its credential's (SES-13), and that of the remembered
 * browser it was opened with, so that one event ends a browser and all its sessions (SES-06).
 */
@Injectable()
export class LivingSessions {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly families: Families,
  ) {}

  async find(sessionId: string, now: string): Promise<Living | null> {
    const { state, position } = await this.aggregates.load(session, sessionId);
    const own = livingSession(state, now);
    if (own === null) return null;
    const holder = (await this.aggregates.load(credential, own.userId)).state;
    if (own.family !== undefined && (await this.families.open(own.family)) === null) return null;
    return holder.kind === 'open' && sessionHolds(holder, own) ? { session: own, position } : null;
  }
}

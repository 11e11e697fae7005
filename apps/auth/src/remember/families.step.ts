import { Injectable } from '@nestjs/common';
import { AggregateStore } from '#aggregate-store';
import { credential, type OpenCredential } from '../credential/credential.js';
import { familyHolds, type Holding } from './family-holds.js';
import type { Family } from './remember.events.js';
import { remember } from './remember.js';

/** A credential as a remembered browser sees it. */
export const holdingOf = ({
  holder,
  epoch,
  generation,
  keptSession,
  deactivated,
}: OpenCredential): Holding => ({ role: holder.role, epoch, generation, keptSession, deactivated });

/** Reads remembered browsers from the streams themselves (SES-13). */
@Injectable()
export class Families {
  constructor(private readonly aggregates: AggregateStore) {}

  /** The credential of a user, for the decision; null when there is none. */
  async holding(userId: string): Promise<Holding | null> {
    const { state } = await this.aggregates.load(credential, userId);
    return state.kind === 'open' ? holdingOf(state) : null;
  }

  /** The browser under this selector as long as it has not ended; whether it may still resume is another question. */
  async open(selector: string): Promise<Family | null> {
    const { state } = await this.aggregates.load(remember, selector);
    return state.kind === 'open' ? state.family : null;
  }

  /** The browser under this selector if it may resume a session now. */
  async find(selector: string, now: string): Promise<Family | null> {
    const family = await this.open(selector);
    if (family === null || now >= family.expiresAt) return null;
    const holding = await this.holding(family.userId);
    return holding !== null && familyHolds(holding, family) ? family : null;
  }
}

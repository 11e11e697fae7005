import { Injectable } from '@nestjs/common';
import { AggregateStore, type CommandContext } from '#aggregate-store';
import { caseActor } from '#contracts';
import { step } from '../command.context.js';
import { factors } from '../factors/factors.js';
import { resetFactorsByCase } from '../factors/reset-factors-by-case.js';
import type { OpenSession } from '../session/session.events.js';
import { caseThatLostFactors } from './case-that-lost-factors.js';
import { recovery } from './recovery.js';

/** Removes the second factors of a manager whose case says that they are lost (TEL-11). */
@Injectable()
export class LostFactors {
  constructor(private readonly aggregates: AggregateStore) {}

  /** In the session that the code of such a case opened; in any other, nothing. Asking again changes nothing. */
  async remove({ userId, sessionId }: OpenSession, context: CommandContext): Promise<void> {
    const { state } = await this.aggregates.load(recovery, userId);
    const caseId = caseThatLostFactors(state, sessionId);
    if (caseId === null) return;
    const { at } = context;
    const byCase = { ...step(context, 'factors'), actor: caseActor(caseId), channel: 'support' as const };
    await this.aggregates.transact(factors, userId, byCase, (now) => resetFactorsByCase(now, { caseId, at }));
  }
}

import { Controller, Header, Inject, UseGuards } from '@nestjs/common';
import { Problem } from '../../problem/problem.js';
import { SessionGate } from '../../session/session-gate.js';
import type { SignInOutcome } from '../../sign-in/sign-in-outcome.js';
import { SignInResult } from '../../sign-in/sign-in-result.decorator.js';
import { Operates } from '../operates.decorator.js';
import { ApiKeyGuard } from './api-key.guard.js';
import { openSession } from './open-session.operation.js';

@Controller()
export class SessionsController {
  constructor(@Inject(SessionGate) private readonly gate: SessionGate) {}

  @Operates(openSession)
  @UseGuards(ApiKeyGuard)
  @Header('location', '/api/v1/session')
  async open(@SignInResult() outcome: SignInOutcome) {
    if (outcome.outcome === 'refused') {
      const { reason, retryAfter } = outcome;
      const unread = reason === 'not-filled-in' || reason === 'not-readable';
      throw new Problem(unread ? 'request-not-valid' : reason, { retryAfter });
    }
    const user = await this.gate.profileOf(outcome.session.userId);
    // Deactivated or erased, and auth has yet to hear of it: the answer is what it will be in a moment (LOG-01).
    if (!user) throw new Problem('wrong-pair');
    const { level, expiresAt } = outcome.session;
    return { token: outcome.secret, level, user, expiresAt, remember: false };
  }
}

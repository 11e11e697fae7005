import { Injectable } from '@nestjs/common';
import { AggregateStore, type CommandContext } from '#aggregate-store';
import { refuses } from '#event-sourcing';
import { step } from '../command.context.js';
import { livingSession } from './living-session.js';
import { session } from './session.js';
import type { Challenge } from './session.events.js';
import { spendChallenge } from './spend-challenge.js';

/** Takes challenges of passkey ceremonies: each once, before the answer is looked at (MFA-03). */
@Injectable()
export class Challenges {
  constructor(private readonly aggregates: AggregateStore) {}

  /** The challenge the answer must have signed; null when there is none, or somebody else was first. */
  async spend(
    sessionId: string,
    purpose: Challenge['purpose'],
    context: CommandContext,
  ): Promise<string | null> {
    let value: string | null = null;
    const { at } = context;
    const spent = await this.aggregates.transact(session, sessionId, step(context, 'challenge'), (state) => {
      const own = livingSession(state, at);
      if (own === null) return refuses('passkey-not-valid');
      value = own.challenge?.value ?? null;
      return spendChallenge(own, { purpose, at });
    });
    // A command that comes a second time has spent it already, and is not judged again.
    return spent.outcome === 'done' && !spent.repeated ? value : null;
  }
}

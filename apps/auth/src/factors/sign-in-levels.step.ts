import { Injectable } from '@nestjs/common';
import { AggregateStore, type CommandContext } from '#aggregate-store';
import { fold } from '#event-sourcing';
import { beginGrace } from './begin-grace.js';
import { factors, type Factors } from './factors.js';
import { levelAtSignIn } from './level-at-sign-in.js';

type Who = Readonly<{
  role: string;
  /** Whether the key is the chosen one, and not a provisional one. */
  chosen: boolean;
}>;

/** What the right key opens: all it deserves, or the step that is missing before that (MFA-01, FRG-10). */
@Injectable()
export class SignInLevels {
  constructor(private readonly aggregates: AggregateStore) {}

  async of(userId: string, { role, chosen }: Who, context: CommandContext) {
    const { at } = context;
    const { state } = await this.aggregates.load(factors, userId);
    const known = chosen ? await this.withGrace(userId, state, role, context) : state;
    return levelAtSignIn(known, { role, deserves: chosen ? 'full' : 'choose-key', at });
  }

  /** The first full sign-in is noted, once: nothing is appended to any other. */
  private async withGrace(userId: string, state: Factors, role: string, context: CommandContext) {
    const facts = { role, at: context.at };
    const begins = beginGrace(state, facts);
    if (begins.kind !== 'records' || begins.events.length === 0) return state;
    const begun = await this.aggregates.transact(factors, userId, context, (now) => beginGrace(now, facts));
    return begun.outcome === 'done' && begun.events.length > 0
      ? fold({ ...factors, initial: state }, begun.events)
      : (await this.aggregates.load(factors, userId)).state;
  }
}

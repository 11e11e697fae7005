import { Injectable } from '@nestjs/common';
import { AggregateStore, type CommandContext } from '#aggregate-store';
import { grantRememberMe } from './grant-remember-me.js';
import type { Family } from './remember.events.js';
import { remember } from './remember.js';

type Facts = Parameters<typeof grantRememberMe>[1];

/** Remembers the browser of somebody who asks for it, at the moment their session becomes a full one (SES-09). */
@Injectable()
export class Remembering {
  constructor(private readonly aggregates: AggregateStore) {}

  /** Null when that selector names a browser already: nobody is remembered under a name that was not made for them. */
  async grant(facts: Facts, context: CommandContext): Promise<Family | null> {
    const by = { ...context, actor: facts.userId };
    const granted = await this.aggregates.transact(remember, facts.selector, by, (state) =>
      grantRememberMe(state, facts),
    );
    const event = granted.outcome === 'done' ? granted.events[0] : undefined;
    return event?.type === 'RememberMeGranted' ? event.data : null;
  }
}

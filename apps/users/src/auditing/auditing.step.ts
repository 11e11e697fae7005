import { Injectable } from '@nestjs/common';
import { AggregateStore } from '#aggregate-store';
import type { Actor } from '#contracts';
import { isAuditor } from '../user/is-auditor.js';
import { namesThePerson } from '../user/names-the-person.js';
import { user } from '../user/user.js';

/** Who may read the record: an auditor, seen in their own stream, or whoever has the command line. */
@Injectable()
export class Auditing {
  constructor(private readonly aggregates: AggregateStore) {}

  /** Whether this actor may read what happened to anybody. */
  async mayRead(actor: Actor): Promise<boolean> {
    return (await this.auditorBehind(actor, 'command-line')) !== null;
  }

  /** By what name an auditor is recorded; null for anybody who is none. */
  async auditorBehind(actor: Actor, operator: string | undefined): Promise<string | null> {
    if (actor.kind === 'command-line') return operator ?? null;
    const { state } = await this.aggregates.load(user, actor.userId);
    return isAuditor(state) ? actor.userId : null;
  }

  /** Whether the reason of a reading says who it is about: the security log must not (AUD-04). */
  async isNamedIn(reason: string | undefined, userId: string): Promise<boolean> {
    if (reason === undefined) return false;
    const { state } = await this.aggregates.load(user, userId);
    return state.status === 'registered' && namesThePerson(reason, state);
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { AggregateStore } from '#aggregate-store';
import type { Actor } from '#contracts';
import { LOG, type Logger } from '#platform';
import { mayManage, runsTheirSchool } from './may-manage.js';
import { user, type RegisteredUser, type User } from './user.js';

/** The user concerned, or why the actor must be told that there is none for them. */
export type Reach =
  | Readonly<{ refused: 'not-allowed' | 'unknown-user' }>
  | Readonly<{ refused: null; user: RegisteredUser; position: number }>;

/** Who may do what to whom: read from the users' own streams, never from a projection (invariant 3). */
@Injectable()
export class Authority {
  constructor(
    private readonly aggregates: AggregateStore,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** The user of this id if the actor may manage them; the command line may manage anybody. */
  async over(actor: Actor, userId: string, request: string): Promise<Reach> {
    const { state: other, position } = await this.aggregates.load(user, userId);
    if (actor.kind === 'user') {
      const permission = mayManage(await this.userNamed(actor.userId), other);
      if (permission !== 'allowed') this.note(permission, actor.userId, userId, request);
      if (permission === 'foreign-user') return { refused: 'unknown-user' };
      if (permission !== 'allowed') return { refused: permission };
    }
    return other.status === 'registered'
      ? { refused: null, user: other, position }
      : { refused: 'unknown-user' };
  }

  /** The school this person runs, or null. */
  async schoolOf(userId: string): Promise<string | null> {
    const state = await this.userNamed(userId);
    return state.status === 'registered' && runsTheirSchool(state) ? state.schoolId : null;
  }

  private async userNamed(userId: string): Promise<User> {
    return (await this.aggregates.load(user, userId)).state;
  }

  /** For whoever watches the log; ids only (REF-05, AUD-03). A mere wrong id is no attempt at anything. */
  private note(permission: string, actor: string, target: string, request: string): void {
    if (permission === 'unknown-user') return;
    this.log.warn({ event: 'authz_fail', permission, actor, target, request }, 'authorisation refused');
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { GetFactors, GetUser } from '#contracts';
import type { UserView } from '#contracts';
import { ServiceBus } from '#service-bus';
import { Problem } from '../../problem/problem.js';
import { actorOf } from '../../session/actor.js';
import type { SignedIn } from '../../session/signed-in.js';

/** Finds a user whom the manager may see. */
@Injectable()
export class ManagedUser {
  constructor(@Inject(ServiceBus) private readonly bus: ServiceBus) {}

  /**
   * The user; null when the person is no manager. A foreign or unknown id is a 404 (REF-05). `after` is the position of a
   * change that should be seen; a view that does not reach it in time is shown as it is.
   */
  async find(person: SignedIn, userId: string, after?: unknown): Promise<UserView | null> {
    const position = typeof after === 'string' && /^\d{1,15}$/.test(after) ? Number(after) : undefined;
    const ask = (atLeast: { atLeast?: number }) =>
      this.bus.ask(GetUser, { actor: actorOf(person), userId, ...atLeast });
    const first = await ask(position === undefined ? {} : { atLeast: position });
    const answer = first.outcome === 'refused' && first.reason === 'not-yet' ? await ask({}) : first;
    if (answer.outcome === 'done') return answer.user;
    if (answer.reason === 'not-allowed') return null;
    throw new Problem(answer.reason === 'not-yet' ? 'not-yet' : 'unknown-user');
  }

  /** Whether this user, whom the manager has been shown, has a second factor. */
  async hasFactor(userId: string): Promise<boolean> {
    const factors = await this.bus.ask(GetFactors, { userId });
    return factors.outcome === 'done' && (factors.totp !== null || factors.passkeys.length > 0);
  }
}

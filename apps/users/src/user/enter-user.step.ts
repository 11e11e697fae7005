import { Injectable } from '@nestjs/common';
import { AggregateStore, type CommandContext } from '#aggregate-store';
import { ManagerCount } from '../school/count-manager.step.js';
import type { Details } from './parse-details.js';
import { registerUser } from './register-user.js';
import { user } from './user.js';

type Entering = Readonly<{
  userId: string;
  schoolId: string;
  identifierDigest: string;
  details: Details;
  welcome?: false;
}>;

/** Registers a person whose identifier is reserved, and counts them in their school if they manage it. */
@Injectable()
export class UserEntry {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly managers: ManagerCount,
  ) {}

  /** Position of the registration, or null if it was abandoned in the meantime. */
  async enter(entering: Entering, context: CommandContext): Promise<number | null> {
    const { userId, schoolId, details, ...more } = entering;
    const registered = await this.aggregates.transact(user, userId, context, (state) =>
      registerUser(state, { schoolId, ...details, ...more }),
    );
    if (registered.outcome === 'refused') return null;
    if (details.role === 'manager') await this.managers.settle(schoolId, userId, context);
    return registered.position;
  }
}

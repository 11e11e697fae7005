import { Injectable } from '@nestjs/common';
import { AggregateStore, type CommandContext } from '#aggregate-store';
import { step } from '../command.context.js';
import { user } from '../user/user.js';
import { countManager } from './count-manager.js';
import { school } from './school.js';

/** Brings the school's count of active managers up to date after a manager's own stream changed. */
@Injectable()
export class ManagerCount {
  constructor(private readonly aggregates: AggregateStore) {}

  async settle(schoolId: string, userId: string, context: CommandContext): Promise<void> {
    await this.aggregates.transact(school, schoolId, step(context, 'count'), async (state) => {
      const { state: manager } = await this.aggregates.load(user, userId);
      const active = manager.status === 'registered' && manager.active && manager.role === 'manager';
      return countManager(state, { userId, active });
    });
  }
}

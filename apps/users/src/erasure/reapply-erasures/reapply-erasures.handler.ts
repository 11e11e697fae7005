import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore } from '#event-store';
import { refused } from '../../refused.reply.js';
import { PastErasures } from '../past-erasures.step.js';
import { ReapplyErasures } from './reapply-erasures.command.js';

@CommandHandler(ReapplyErasures)
export class ReapplyErasuresHandler implements ICommandHandler<ReapplyErasures> {
  constructor(
    private readonly past: PastErasures,
    private readonly events: EventStore,
  ) {}

  async execute({ asked }: ReapplyErasures) {
    if (asked.actor.kind !== 'command-line') return refused('not-allowed');
    const reapplied = await this.past.reapply();
    return { outcome: 'done' as const, position: await this.events.head(), ...reapplied };
  }
}

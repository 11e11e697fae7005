import { Inject, Injectable } from '@nestjs/common';
import { AggregateStore, type CommandContext } from '#aggregate-store';
import { Metrics } from '#metrics';
import { LOG, type Logger } from '#platform';
import { step } from '../command.context.js';
import { countAct } from './count-act.js';
import { operatorPace } from './operator-pace.js';
import type { Act } from './operator-pace.events.js';

/** Counts what an operator is about to do, before it is done (TEL-10). */
@Injectable()
export class OperatorPaces {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly metrics: Metrics,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** Whether it may be done. A command that comes a second time is not counted again. */
  async mayGoOn(operatorId: string, act: Act, context: CommandContext): Promise<boolean> {
    const { at } = context;
    const counted = await this.aggregates.transact(operatorPace, operatorId, step(context, 'pace'), (pace) =>
      countAct(pace, { act, at }),
    );
    if (counted.outcome === 'refused') {
      this.log.warn(
        { event: 'excess_rate_limit_exceeded', operator: operatorId, act },
        'too many by one operator',
      );
      return false;
    }
    for (const { type, data } of counted.repeated ? [] : counted.events) {
      if (type !== 'OperatorPaceAlarmed') continue;
      const { count, level } = data;
      this.metrics.supportAlarm(level);
      this.log.warn(
        { event: 'support_rate_alarm', operator: operatorId, act, count, level },
        'many by one operator',
      );
    }
    return true;
  }
}

import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { refused } from '../../refused.reply.js';
import { DemoTelephony } from '../demo-telephony.adapter.js';
import { Telephony } from '../telephony.js';
import { ListDemoCalls } from './list-demo-calls.query.js';

@QueryHandler(ListDemoCalls)
export class ListDemoCallsHandler implements IQueryHandler<ListDemoCalls> {
  constructor(private readonly telephony: Telephony) {}

  async execute() {
    return this.telephony instanceof DemoTelephony
      ? { outcome: 'done' as const, calls: [...this.telephony.calls()] }
      : refused('no-demo-telephony');
  }
}

import { Injectable } from '@nestjs/common';
import { CancelRecoveryCode } from '#contracts';
import { ServiceBus } from '#service-bus';
import { derivedId } from '../command.context.js';

/** Has auth forget the code of a case that ended. */
@Injectable()
export class CodesOfCases {
  constructor(private readonly bus: ServiceBus) {}

  /** Rejects with ServiceUnavailable; whoever asked asks again, and nothing is recorded twice. */
  async cancel(caseId: string, userId: string, cause: string): Promise<void> {
    await this.bus.ask(CancelRecoveryCode, { commandId: derivedId(cause, 'cancel-code'), userId, caseId });
  }
}

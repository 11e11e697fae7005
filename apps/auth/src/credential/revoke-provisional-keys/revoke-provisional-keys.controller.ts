import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { RevokeProvisionalKeys as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { RevokeProvisionalKeys } from './revoke-provisional-keys.command.js';

@Controller()
export class RevokeProvisionalKeysController {
  constructor(private readonly bus: CommandBus) {}

  @Answers(contract)
  revokeProvisionalKeys(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new RevokeProvisionalKeys(asked));
  }
}

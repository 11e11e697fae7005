import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { TellUser as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { TellUser } from './tell-user.query.js';

@Controller()
export class TellUserController {
  constructor(private readonly bus: QueryBus) {}

  @Answers(contract)
  tellUser(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new TellUser(asked));
  }
}

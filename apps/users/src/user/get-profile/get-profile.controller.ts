import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { GetProfile as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { GetProfile } from './get-profile.query.js';

@Controller()
export class GetProfileController {
  constructor(private readonly bus: QueryBus) {}

  @Answers(contract)
  getProfile(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new GetProfile(asked));
  }
}

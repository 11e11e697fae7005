import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { PlaceCallBack as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { PlaceCallBack } from './place-call-back.command.js';

@Controller()
export class PlaceCallBackController {
  constructor(private readonly bus: CommandBus) {}

  @Answers(contract)
  placeCallBack(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new PlaceCallBack(asked));
  }
}

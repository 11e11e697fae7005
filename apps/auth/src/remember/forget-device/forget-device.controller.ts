import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type PayloadOf, type ReplyOf, ForgetDevice as contract } from '#contracts';
import { Answers } from '#service-bus';
import { ForgetDevice } from './forget-device.command.js';

@Controller()
export class ForgetDeviceController {
  constructor(private readonly bus: CommandBus) {}

  @Answers(contract)
  forgetDevice(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new ForgetDevice(asked));
  }
}

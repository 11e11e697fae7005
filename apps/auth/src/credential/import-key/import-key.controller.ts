import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ImportKey as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { ImportKey } from './import-key.command.js';

@Controller()
export class ImportKeyController {
  constructor(private readonly bus: CommandBus) {}

  @Answers(contract)
  importKey(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new ImportKey(asked));
  }
}

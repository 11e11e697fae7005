import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { FollowReferenceEmailLink as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { FollowReferenceEmailLink } from './follow-reference-email-link.command.js';

@Controller()
export class FollowReferenceEmailLinkController {
  constructor(private readonly bus: CommandBus) {}

  @Answers(contract)
  followReferenceEmailLink(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new FollowReferenceEmailLink(asked));
  }
}

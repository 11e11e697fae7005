import { Controller, Inject } from '@nestjs/common';
import { IssueToken } from '#contracts';
import { ServiceBus } from '#service-bus';
import { Person } from '../../session/person.decorator.js';
import type { SignedIn } from '../../session/signed-in.js';
import { done } from '../done.js';
import { Input } from '../input.decorator.js';
import { Operates } from '../operates.decorator.js';
import type { InputOf } from '../operation.js';
import { issueToken } from './issue-token.operation.js';

@Controller()
export class TokenController {
  constructor(@Inject(ServiceBus) private readonly bus: ServiceBus) {}

  @Operates(issueToken)
  async issue(
    @Person() { session: { sessionId } }: SignedIn,
    @Input() { body: { audience } }: InputOf<typeof issueToken>,
  ) {
    const { token, expiresAt } = done(
      await this.bus.ask(IssueToken, { sessionId, ...(audience === undefined ? {} : { audience }) }),
    );
    return { token, expiresAt };
  }
}

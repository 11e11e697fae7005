import { randomUUID } from 'node:crypto';
import { Controller, Header, Inject } from '@nestjs/common';
import { EndSession } from '#contracts';
import { ServiceBus } from '#service-bus';
import { Person } from '../../session/person.decorator.js';
import type { SignedIn } from '../../session/signed-in.js';
import { Problem } from '../../problem/problem.js';
import { SecondFactorDesk } from '../../sign-in/second-factor-desk.js';
import { done } from '../done.js';
import { Input } from '../input.decorator.js';
import type { InputOf } from '../operation.js';
import { Operates } from '../operates.decorator.js';
import { endSession } from './end-session.operation.js';
import { giveSecondFactor } from './give-second-factor.operation.js';
import { readSession } from './read-session.operation.js';

/** The answer of `readSession` as it goes over the wire; the same for as long as the session is remembered. */
const written = new WeakMap<SignedIn, string>();

const write = (signedIn: SignedIn): string => {
  const { level, openedAt, authenticatedAt, enrolBy, expiresAt } = signedIn.session;
  const user = signedIn.profile;
  const text = JSON.stringify({ level, user, openedAt, authenticatedAt, enrolBy, expiresAt });
  written.set(signedIn, text);
  return text;
};

@Controller()
export class SessionController {
  constructor(
    @Inject(ServiceBus) private readonly bus: ServiceBus,
    @Inject(SecondFactorDesk) private readonly desk: SecondFactorDesk,
  ) {}

  @Operates(readSession)
  @Header('content-type', 'application/json; charset=utf-8')
  read(@Person() signedIn: SignedIn): string {
    return written.get(signedIn) ?? write(signedIn);
  }

  @Operates(giveSecondFactor)
  @Header('location', '/api/v1/session')
  async give(
    @Person() { session, profile: user }: SignedIn,
    @Input() { body }: InputOf<typeof giveSecondFactor>,
  ) {
    const given = await this.desk.give(session, { code: body.code, remember: false });
    if (given.outcome === 'refused') {
      const { reason, retryAfter } = given;
      if (reason === 'passkey-not-valid' || reason === 'passkey-suspected') throw new Problem('wrong-code');
      throw new Problem(reason, { retryAfter });
    }
    const { level, expiresAt } = given.session;
    const { codesLeft, newCode } = given;
    return {
      ...{ token: given.secret, level, user, expiresAt },
      ...(codesLeft === undefined ? {} : { codesLeft }),
      ...(newCode === undefined ? {} : { newRecoveryCode: newCode }),
    };
  }

  @Operates(endSession)
  async end(@Person() { session }: SignedIn): Promise<void> {
    const { userId, sessionId } = session;
    done(await this.bus.ask(EndSession, { commandId: randomUUID(), userId, sessionId }));
  }
}

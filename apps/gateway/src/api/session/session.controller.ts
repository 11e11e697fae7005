import { randomUUID } from 'node:crypto';
import { Controller, Header, Inject } from '@nestjs/common';
import { EndSession } from '#contracts';
import { ServiceBus } from '#service-bus';
import { Person } from '../../session/person.decorator.js';
import type { SignedIn } from '../../session/signed-in.js';
import { done } from '../done.js';
import { Operates } from '../operates.decorator.js';
import { endSession } from './end-session.operation.js';
import { readSession } from './read-session.operation.js';

/** The answer of `readSession` as it goes over the wire; the same for as long as the session is remembered. */
const written = new WeakMap<SignedIn, string>();

const write = (signedIn: SignedIn): string => {
  const { level, openedAt, authenticatedAt, expiresAt } = signedIn.session;
  const text = JSON.stringify({ level, user: signedIn.profile, openedAt, authenticatedAt, expiresAt });
  written.set(signedIn, text);
  return text;
};

@Controller()
export class SessionController {
  constructor(@Inject(ServiceBus) private readonly bus: ServiceBus) {}

  @Operates(readSession)
  @Header('content-type', 'application/json; charset=utf-8')
  read(@Person() signedIn: SignedIn): string {
    return written.get(signedIn) ?? write(signedIn);
  }

  @Operates(endSession)
  async end(@Person() { session }: SignedIn): Promise<void> {
    const { userId, sessionId } = session;
    done(await this.bus.ask(EndSession, { commandId: randomUUID(), userId, sessionId }));
  }
}

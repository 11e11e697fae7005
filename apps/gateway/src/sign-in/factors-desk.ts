import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  AddPasskey,
  AskPasskeyChallenge,
  ConfirmTotp,
  type FactorKind,
  IssueRecoveryCodes,
  RemoveFactor,
  type Session,
  StartTotp,
} from '#contracts';
import { Sealer } from '#sealing';
import { ServiceBus } from '#service-bus';
import { makeSessionSecret } from '../session/session-secret.js';
import { makeRecoveryCodes } from './recovery-codes.js';

/** Changes second factors. Secrets and codes are made here, sealed to auth, and shown to the person this once (invariant 1). */
@Injectable()
export class FactorsDesk {
  constructor(
    @Inject(ServiceBus) private readonly bus: ServiceBus,
    @Inject(Sealer) private readonly sealer: Sealer,
  ) {}

  /** `secret`: 160 bits in base32. */
  async startTotp({ sessionId }: Session, secret: string) {
    const sealedSecret = await this.seal(sessionId, { secret });
    return this.bus.ask(StartTotp, { ...command(), sessionId, sealedSecret });
  }

  async confirmTotp({ sessionId }: Session, code: string) {
    const next = makeSessionSecret();
    const codes = makeRecoveryCodes();
    const reply = await this.bus.ask(ConfirmTotp, {
      ...command(),
      sessionId,
      nextSessionId: next.sessionId,
      sealedCode: await this.seal(sessionId, { code }),
      sealedCodes: await this.seal(sessionId, { codes: codes.join(' ') }),
    });
    return reply.outcome === 'refused' ? reply : { ...reply, secret: next.secret, codes };
  }

  async askChallenge({ sessionId }: Session, purpose: 'use' | 'add') {
    return this.bus.ask(AskPasskeyChallenge, { ...command(), sessionId, purpose });
  }

  async addPasskey({ sessionId }: Session, response: string, device: string) {
    const next = makeSessionSecret();
    const codes = makeRecoveryCodes();
    const reply = await this.bus.ask(AddPasskey, {
      ...command(),
      sessionId,
      nextSessionId: next.sessionId,
      response,
      device,
      sealedCodes: await this.seal(sessionId, { codes: codes.join(' ') }),
    });
    return reply.outcome === 'refused' ? reply : { ...reply, secret: next.secret, codes };
  }

  async remove({ sessionId }: Session, kind: FactorKind, factorId: string | undefined) {
    const next = makeSessionSecret();
    const which = factorId === undefined ? {} : { factorId };
    const about = { ...command(), sessionId, nextSessionId: next.sessionId, kind, ...which };
    const reply = await this.bus.ask(RemoveFactor, about);
    return reply.outcome === 'refused' ? reply : { ...reply, secret: next.secret };
  }

  async issueCodes({ sessionId }: Session) {
    const codes = makeRecoveryCodes();
    const sealedCodes = await this.seal(sessionId, { codes: codes.join(' ') });
    const reply = await this.bus.ask(IssueRecoveryCodes, { ...command(), sessionId, sealedCodes });
    return reply.outcome === 'refused' ? reply : { ...reply, codes };
  }

  private seal(sessionId: string, content: Readonly<Record<string, string>>): Promise<string> {
    return this.sealer.seal({ ...content, binding: sessionId });
  }
}

const command = () => ({ commandId: randomUUID() });

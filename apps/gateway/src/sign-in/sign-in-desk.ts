import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { SignIn } from '#contracts';
import { Sealer } from '#sealing';
import { ServiceBus } from '#service-bus';
import { makeSessionSecret } from '../session/session-secret.js';
import type { SignInOutcome } from './sign-in-outcome.js';

/** A pair somebody typed, and what is known of where. */
export type TypedPair = Readonly<{
  identifier: string;
  key: string;
  /** From `networkPrefix`. */
  network: string;
  device?: string | undefined;
  /** From `browserInWords`. */
  userAgent: string;
}>;

/** Signs people in: makes the session's secret, seals the key to auth bound to that very session, and asks auth (invariant 1). */
@Injectable()
export class SignInDesk {
  constructor(
    @Inject(ServiceBus) private readonly bus: ServiceBus,
    @Inject(Sealer) private readonly sealer: Sealer,
  ) {}

  /** Rejects with ServiceUnavailable when auth cannot answer: nobody is then signed in (EVT-11). */
  async signIn({ identifier, key, network, device, userAgent }: TypedPair): Promise<SignInOutcome> {
    const { secret, sessionId } = makeSessionSecret();
    const reply = await this.bus.ask(SignIn, {
      commandId: randomUUID(),
      identifier,
      sealedKey: await this.sealer.seal({ key, binding: sessionId }),
      sessionId,
      network,
      userAgent,
      // A device cookie that was tampered with is none.
      ...(device !== undefined && device.length <= 512 ? { device } : {}),
    });
    return reply.outcome === 'refused'
      ? { outcome: 'refused', reason: reply.reason, retryAfter: reply.retryAfter }
      : { outcome: 'signed-in', secret, session: reply.session, device: reply.device };
  }
}

import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { SignIn } from '#contracts';
import { Sealer } from '#sealing';
import { ServiceBus } from '#service-bus';
import { makeRememberedBrowser, validatorHashOf } from '../session/remembered-browser.js';
import { makeSessionSecret } from '../session/session-secret.js';
import type { SignInOutcome } from './sign-in-outcome.js';

/** A pair somebody typed, and what is known of where. */
export type TypedPair = Readonly<{
  identifier: string;
  key: string;
  /** From `networkPrefix`. */
  network: string;
  device?: string | undefined;
  /** Whether the person asks to stay signed in on this browser. */
  remember: boolean;
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
  async signIn({ identifier, key, network, device, remember, userAgent }: TypedPair): Promise<SignInOutcome> {
    const { secret, sessionId } = makeSessionSecret();
    const browser = remember ? makeRememberedBrowser() : null;
    const reply = await this.bus.ask(SignIn, {
      commandId: randomUUID(),
      identifier,
      sealedKey: await this.sealer.seal({ key, binding: sessionId }),
      sessionId,
      network,
      userAgent,
      ...(browser === null
        ? {}
        : { remember: { selector: browser.selector, validatorHash: validatorHashOf(browser.validator) } }),
      // A device cookie that was tampered with is none.
      ...(device !== undefined && device.length <= 512 ? { device } : {}),
    });
    if (reply.outcome === 'refused') {
      return { outcome: 'refused', reason: reply.reason, retryAfter: reply.retryAfter };
    }
    const { session, device: newDevice, remembered } = reply;
    const granted = browser !== null && remembered !== undefined;
    return {
      outcome: 'signed-in',
      secret,
      session,
      device: newDevice,
      remembered: granted ? { browser, expiresAt: remembered.expiresAt } : undefined,
      notRemembered: browser !== null && !granted,
    };
  }
}

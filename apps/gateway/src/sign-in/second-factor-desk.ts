import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { GiveSecondFactor, type ReplyOf, type Session } from '#contracts';
import { Sealer } from '#sealing';
import { ServiceBus } from '#service-bus';
import {
  makeRememberedBrowser,
  type RememberedBrowser,
  validatorHashOf,
} from '../session/remembered-browser.js';
import { makeSessionSecret } from '../session/session-secret.js';
import { makeRecoveryLetters, spellCode } from './recovery-codes.js';

type Given = Readonly<{ code?: string; response?: string; remember: boolean }>;
type Reply = ReplyOf<typeof GiveSecondFactor>;

/** What came of a second factor: the secret of the session it goes on in, or why not. */
export type FactorOutcome =
  | Readonly<{
      outcome: 'done';
      secret: string;
      session: Session;
      remembered?: Readonly<{ browser: RememberedBrowser; expiresAt: string }> | undefined;
      /** It was asked for, and is not offered to this person (SES-09). */
      notRemembered: boolean;
      codesLeft?: number | undefined;
      /** The recovery code that took the place of the one that was used; to be shown now, and never again (MFA-05). */
      newCode?: string | undefined;
    }>
  | Extract<Reply, { outcome: 'refused' }>;

/** Takes second factors to auth: codes sealed and bound to the session they are typed in, the next session's secret made here (SES-02). */
@Injectable()
export class SecondFactorDesk {
  constructor(
    @Inject(ServiceBus) private readonly bus: ServiceBus,
    @Inject(Sealer) private readonly sealer: Sealer,
  ) {}

  async give({ sessionId }: Session, { code, response, remember }: Given): Promise<FactorOutcome> {
    const next = makeSessionSecret();
    const replacement = makeRecoveryLetters();
    const browser = remember ? makeRememberedBrowser() : null;
    const reply = await this.bus.ask(GiveSecondFactor, {
      commandId: randomUUID(),
      sessionId,
      nextSessionId: next.sessionId,
      ...(code === undefined
        ? {}
        : { sealedCode: await this.sealer.seal({ code, replacement, binding: sessionId }) }),
      ...(response === undefined ? {} : { response }),
      ...(browser === null
        ? {}
        : { remember: { selector: browser.selector, validatorHash: validatorHashOf(browser.validator) } }),
    });
    if (reply.outcome === 'refused') return reply;
    const { session, remembered, codesLeft, replaced } = reply;
    const granted = browser !== null && remembered !== undefined;
    return {
      outcome: 'done',
      secret: next.secret,
      session,
      remembered: granted ? { browser, expiresAt: remembered.expiresAt } : undefined,
      notRemembered: browser !== null && !granted,
      codesLeft,
      newCode: replaced === undefined ? undefined : spellCode(`${replaced}${replacement}`),
    };
  }
}

import { randomInt, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { IssueRecoveryCode, RedeemRecoveryCode, type Actor } from '#contracts';
import { Sealer } from '#sealing';
import { ServiceBus } from '#service-bus';
import { makeSessionSecret } from '../session/session-secret.js';

/** What somebody typed whom support has called back, and what is known of where. */
export type TypedCode = Readonly<{
  identifier: string;
  code: string;
  /** What was mailed beside it; empty where nothing was. */
  proof: string;
  /** From `networkPrefix`. */
  network: string;
  /** From `browserInWords`. */
  userAgent: string;
}>;

/** Makes the codes support reads out, and takes them from who types them. Only auth learns them, sealed (invariant 1, TEL-05). */
@Injectable()
export class RecoveryDesk {
  constructor(
    @Inject(ServiceBus) private readonly bus: ServiceBus,
    @Inject(Sealer) private readonly sealer: Sealer,
  ) {}

  /** A new code of eight digits, or why there is none. It is told once, here; auth holds its hash already. */
  async issue(actor: Actor, caseId: string) {
    const commandId = randomUUID();
    const code = String(randomInt(100_000_000)).padStart(8, '0');
    const sealedCode = await this.sealer.seal({ code, binding: commandId });
    const reply = await this.bus.ask(IssueRecoveryCode, { commandId, actor, caseId, sealedCode });
    return reply.outcome === 'refused' ? reply : { ...reply, code };
  }

  /** Opens a session in which a key can be chosen; its secret is made here, as at sign-in. */
  async redeem({ identifier, code, proof, network, userAgent }: TypedCode) {
    const { secret, sessionId } = makeSessionSecret();
    const reply = await this.bus.ask(RedeemRecoveryCode, {
      commandId: randomUUID(),
      identifier,
      sealedCode: await this.sealer.seal({ code, proof, binding: sessionId }),
      sessionId,
      network,
      userAgent,
    });
    return reply.outcome === 'refused' ? reply : { ...reply, secret };
  }
}

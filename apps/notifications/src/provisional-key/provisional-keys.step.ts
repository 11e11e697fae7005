import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { HoldRecoveryProof, IssueProvisionalKey } from '#contracts';
import { Sealer } from '#sealing';
import { ServiceBus } from '#service-bus';
import type { IssuedKey } from '../letter/mailing.js';
import type { KeyMailRequest } from '../mail/mail-request.js';
import { spellKey } from './spell-key.js';

/** Makes provisional keys and has auth record them. */
@Injectable()
export class ProvisionalKeys {
  constructor(
    private readonly bus: ServiceBus,
    private readonly sealer: Sealer,
  ) {}

  /**
   * A new key, recorded by auth, or why there is none. Each call makes another key under another command: an attempt
   * whose outcome is unknown is never repeated with the same one (FRG-15).
   */
  async issue({ kind, userId, requestId }: KeyMailRequest): Promise<IssuedKey | 'not-wanted' | 'busy'> {
    const commandId = randomUUID();
    const key = spellKey(randomBytes(10));
    const sealed = await this.sealer.seal({ key, binding: commandId });
    if (kind === 'recovery-proof') return this.issueProof(commandId, userId, requestId, key, sealed);
    const asked = { commandId, userId, requestId, sealedKey: sealed };
    const reply = await this.bus.ask(IssueProvisionalKey, asked);
    if (reply.outcome === 'refused') return reply.reason;
    return { key, issueId: reply.issueId, expiresAt: reply.expiresAt };
  }

  /** It has the looks of a provisional key and opens nothing without the code support reads out (TEL-06). */
  private async issueProof(commandId: string, userId: string, codeId: string, key: string, sealed: string) {
    const reply = await this.bus.ask(HoldRecoveryProof, { commandId, userId, codeId, sealedProof: sealed });
    return reply.outcome === 'refused' ? reply.reason : { key, issueId: codeId, expiresAt: reply.expiresAt };
  }
}

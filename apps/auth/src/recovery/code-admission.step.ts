import { Injectable } from '@nestjs/common';
import type { CommandContext } from '#aggregate-store';
import { AttemptsGate } from '../attempts/attempts.gate.js';
import { Buckets } from '../attempts/buckets.adapter.js';
import type { ReservedAttempt } from '../attempts/reserved.attempt.js';

type Attempt = Readonly<{ identifierDigest: string; network: string; caseId: string | null }>;

/** What was reserved; `counts` is false when the case has had its five tries: then nothing that is typed can be right. */
export type CodeAdmission =
  | Readonly<{ admitted: true; attempts: readonly ReservedAttempt[]; counts: boolean }>
  | Readonly<{ admitted: false; retryAfter: number }>;

/** Whether somebody may try a code now (LOG-03 .. LOG-06, TEL-10). Identifiers that nobody has take the same steps. */
@Injectable()
export class CodeAdmissions {
  constructor(
    private readonly gate: AttemptsGate,
    private readonly buckets: Buckets,
  ) {}

  async reserve(
    { identifierDigest, network, caseId }: Attempt,
    context: CommandContext,
  ): Promise<CodeAdmission> {
    const around = [this.buckets.network(network), this.buckets.everyone()];
    const own = this.buckets.codesTyped(identifierDigest, network);
    const first = await this.gate.reserve([own, ...around], context);
    if (!first.admitted) return { admitted: false, retryAfter: first.retryAfter };
    const second = await this.gate.reserve([this.buckets.triesOfCase(caseId ?? identifierDigest)], context);
    return second.admitted
      ? { admitted: true, attempts: [first.attempt, second.attempt], counts: true }
      : { admitted: true, attempts: [first.attempt], counts: false };
  }
}

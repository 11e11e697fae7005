import { Injectable } from '@nestjs/common';
import { AggregateStore, type CommandContext } from '#aggregate-store';
import { Buckets } from '../attempts/buckets.adapter.js';
import { factorUse } from '../factor-use/factor-use.js';
import { usePasskey } from '../factor-use/use-passkey.js';
import { useTotp } from '../factor-use/use-totp.js';
import { KeyHasher } from '../key-hashing/key-hasher.js';
import { refused } from '../refused.reply.js';
import { Challenges } from '../session/challenges.step.js';
import { FactorAttempts } from './factor-attempts.step.js';
import { factors, type Factors } from './factors.js';
import { Passkeys } from './passkeys.adapter.js';
import { recoveryCodeIn } from './recovery-code-text.js';
import { TotpCodes } from './totp-codes.adapter.js';
import { useRecoveryCode } from './use-recovery-code.js';

type Who = Readonly<{ userId: string; factors: Factors }>;

type Typed = Readonly<{
  code: string;
  /** The random letters of a recovery code to come, for the case that one is used. */
  replacement: string | null;
}>;

/** It was right; after a recovery code, how many are left and which number was given anew. */
type Right = Readonly<{ outcome: 'done'; codesLeft?: number; replaced?: number }>;
const right: Right = { outcome: 'done' };

/** Compares what was given with what was set up, and uses it up: codes and challenges are good once (MFA-03 .. MFA-05). */
@Injectable()
export class FactorCheck {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly attempts: FactorAttempts,
    private readonly buckets: Buckets,
    private readonly hasher: KeyHasher,
    private readonly challenges: Challenges,
    private readonly passkeys: Passkeys,
    private readonly totpCodes: TotpCodes,
  ) {}

  /** Six digits are the app's, anything of their shape is a recovery code; the rest counts as a wrong code of the app. */
  async code(who: Who, { code: typed, replacement }: Typed, context: CommandContext) {
    const recovery = recoveryCodeIn(typed);
    if (recovery !== null) return this.recoveryCode(who, { ...recovery, replacement }, context);
    const bucket = this.buckets.secondFactor(who.userId);
    return this.attempts.trying({ userId: who.userId, bucket }, context, () =>
      this.totp(who, typed, context),
    );
  }

  /** No throttle: a signature is nothing to be guessed, and each answer needs a challenge of its own. */
  async passkey(who: Who, sessionId: string, response: string, context: CommandContext) {
    const challenge = await this.challenges.spend(sessionId, 'use', context);
    const used = challenge && (await this.passkeys.used(response, challenge, who.factors.passkeys));
    if (!used) return refused('passkey-not-valid');
    const { factorId, counter: addedWith } = used.passkey;
    const noted = await this.aggregates.transact(factorUse, who.userId, context, (state) =>
      usePasskey(state, { factorId, addedWith, counter: used.counter }),
    );
    const passed = noted.outcome === 'done' && noted.events[0]?.type === 'PasskeyUsed';
    return passed ? right : refused('passkey-suspected');
  }

  private async totp({ userId, factors: { totp } }: Who, typed: string, context: CommandContext) {
    const code = this.totpCodes.read(typed);
    if (totp === null || totp.secret === null || code === null) return refused('wrong-code');
    const { factorId } = totp;
    const step = this.totpCodes.stepOf(totp.secret, code);
    if (step === null) return refused('wrong-code');
    const used = await this.aggregates.transact(factorUse, userId, context, (state) =>
      useTotp(state, { factorId, step }),
    );
    return used.outcome === 'refused' ? used : right;
  }

  private async recoveryCode(
    { userId, factors: { codes } }: Who,
    { number, text, replacement }: Readonly<{ number: number; text: string; replacement: string | null }>,
    context: CommandContext,
  ) {
    const bucket = this.buckets.recoveryCodes(userId);
    return this.attempts.trying({ userId, bucket }, context, async () => {
      const hash = codes?.hashes?.[number];
      if (codes === null || hash === undefined) return refused('wrong-code');
      const isRight = await this.hasher.verify(hash, text);
      // Only whoever typed a right one has another made: a guess still costs one hash.
      const next = isRight ? recoveryCodeIn(`${number}${replacement ?? ''}`) : null;
      const hashed = next === null ? null : await this.hasher.hash(next.text);
      const { setId } = codes;
      const used = await this.aggregates.transact(factors, userId, context, (state) =>
        useRecoveryCode(state, { setId, number, isRight, comparedWith: hash, replacement: hashed }),
      );
      if (used.outcome === 'refused') return used;
      const [event] = used.events;
      if (event?.type !== 'RecoveryCodeUsed') return right;
      const { left } = event.data;
      return hashed === null
        ? { ...right, codesLeft: left }
        : { ...right, codesLeft: left + 1, replaced: number };
    });
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#aggregate-store';
import type { AddPasskey as contract, PayloadOf } from '#contracts';
import { Clock } from '#platform';
import { contextOf, derivedId } from '../../command.context.js';
import { HasherBusy } from '../../key-hashing/key-hasher.js';
import { refused, refusedFor } from '../../refused.reply.js';
import { Challenges } from '../../session/challenges.step.js';
import type { OpenSession } from '../../session/session.events.js';
import { addPasskey } from '../add-passkey.js';
import { ChangingFactors } from '../changing-factors.step.js';
import type { Factors } from '../factors.js';
import { howMany } from '../how-many.js';
import { NewRecoveryCodes } from '../new-codes.step.js';
import { Passkeys } from '../passkeys.adapter.js';
import { AddPasskey } from './add-passkey.command.js';

type Asked = PayloadOf<typeof contract>;

@CommandHandler(AddPasskey)
export class AddPasskeyHandler implements ICommandHandler<AddPasskey> {
  constructor(
    private readonly changing: ChangingFactors,
    private readonly challenges: Challenges,
    private readonly passkeys: Passkeys,
    private readonly newCodes: NewRecoveryCodes,
    private readonly clock: Clock,
  ) {}

  async execute({ asked }: AddPasskey) {
    const now = this.clock.now();
    const before = await this.changing.repeated(asked.nextSessionId, now);
    if (before !== null) return { outcome: 'done' as const, ...before, codesIssued: false };
    const who = await this.changing.allowed(asked.sessionId, now);
    if (who.refusal !== null) return refused(who.refusal);
    try {
      return await this.add(asked, who, contextOf(asked, now, who.session.userId));
    } catch (error) {
      if (error instanceof HasherBusy) return refusedFor('busy', 2);
      throw error;
    }
  }

  private async add(
    asked: Asked,
    { session: before, factors }: Readonly<{ session: OpenSession; factors: Factors }>,
    context: CommandContext,
  ) {
    const { commandId, sessionId, nextSessionId, device } = asked;
    const challenge = await this.challenges.spend(sessionId, 'add', context);
    const added = challenge === null ? null : await this.passkeys.added(asked.response, challenge);
    if (added === null) return refused('passkey-not-valid');
    const passkey = { ...added, factorId: derivedId(commandId, 'passkey'), device, addedAt: context.at };
    const codes =
      howMany(factors) > 0
        ? null
        : await this.newCodes.hash(asked.sealedCodes, sessionId, derivedId(commandId, 'codes'));
    const changed = await this.changing.change(
      {
        before,
        nextSessionId,
        factorGiven: true,
        decide: (state) => addPasskey(state, { passkey, codes }),
      },
      context,
    );
    if (changed.outcome === 'refused') return changed;
    const { events, ...done } = changed;
    return { ...done, codesIssued: events.some(({ type }) => type === 'RecoveryCodesIssued') };
  }
}

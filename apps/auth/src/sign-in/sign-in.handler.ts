import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AggregateStore, type CommandContext } from '#aggregate-store';
import { Clock } from '#platform';
import { Opener } from '#sealing';
import { contextOf } from '../command.context.js';
import { credential } from '../credential/credential.js';
import { disableCredential } from '../credential/disable-credential.js';
import { provisionalKeyIn } from '../credential/provisional-key-text.js';
import { Directory, type Found } from '../directory/directory.adapter.js';
import { IdentifierDigests } from '../directory/identifier-digests.adapter.js';
import { HasherBusy, KeyHasher } from '../key-hashing/key-hasher.js';
import { refused, refusedFor } from '../refused.reply.js';
import { LivingSessions } from '../session/living-sessions.step.js';
import { toldSession } from '../session/told-session.js';
import { SignInAdmissions, type SignInAdmission } from './admission.step.js';
import { DeviceTokens, type Device } from './device-tokens.adapter.js';
import { KeyCheck } from './key-check.step.js';
import { SessionOpening } from './session-opening.step.js';
import { SignIn } from './sign-in.command.js';

type Admitted = Extract<SignInAdmission, { admitted: true }>;

/** Every identifier takes the same steps to the same answers; see docs/explanation/architecture.md (LOG-01, LOG-02). */
@CommandHandler(SignIn)
export class SignInHandler implements ICommandHandler<SignIn> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly admissions: SignInAdmissions,
    private readonly directory: Directory,
    private readonly digests: IdentifierDigests,
    private readonly devices: DeviceTokens,
    private readonly opener: Opener,
    private readonly hasher: KeyHasher,
    private readonly keyCheck: KeyCheck,
    private readonly opening: SessionOpening,
    private readonly living: LivingSessions,
    private readonly clock: Clock,
  ) {}

  async execute({ asked }: SignIn) {
    const context = contextOf(asked, this.clock.now());
    const { sessionId, userAgent } = asked;
    const before = await this.living.find(sessionId, context.at);
    if (before !== null) return done(before.position, toldSession(before.session));
    if (this.hasher.isBusy()) return refusedFor('busy', 1);

    const identifierDigest = this.digests.of(asked.identifier);
    const found = this.directory.find(identifierDigest);
    const device = this.deviceOf(found, asked.device);
    // What cannot be opened was not sealed for this request: it is compared like any wrong key.
    const key = (await this.opener.open(asked.sealedKey, sessionId))?.['key'] ?? '';
    const provisional = provisionalKeyIn(key);

    const admission = await this.admissions.reserve(
      { identifierDigest, network: asked.network, device, mayBeProvisional: provisional !== null },
      context,
    );
    if (!admission.admitted) {
      return refusedFor('too-many-attempts', Math.max(admission.retryAfter, admission.accountRefuses));
    }
    const { attempt, chosenToo, failuresBefore: failures } = admission;
    try {
      const opens = await this.keyCheck.check(found, { key, provisional, chosenToo, at: context.at });
      if (opens.kind === 'nothing') return await this.wrong(found, admission, context);
      const { userId } = found;
      const around = { knownBrowser: device !== null, failures };
      const facts = { sessionId, userId, userAgent, device: asked.remember, opens, key, attempt, ...around };
      const opened = await this.opening.open(facts, context);
      if (opened === null) return await this.wrong(found, admission, context);
      // After a provisional key too: its owner must be able to sign in next, while strangers still hammer (LOG-07).
      return {
        ...done(opened.position, opened.session, this.devices.issue(userId, device)),
        ...rememberedIn(opened),
      };
    } catch (error) {
      if (!(error instanceof HasherBusy)) throw error;
      await attempt.withdraw();
      return refusedFor('busy', 1);
    }
  }

  /** A token counts for the account it was given for, and for no other. */
  private deviceOf(found: Found, token: string | undefined): Device | null {
    const device = this.devices.open(token);
    return found.known && device?.userId === found.userId ? device : null;
  }

  private async wrong(
    found: Found,
    { attempt, chosenToo, accountRefuses }: Admitted,
    context: CommandContext,
  ) {
    const exhausted = await attempt.fail();
    if (!chosenToo) return refusedFor('too-many-attempts', accountRefuses);
    if (exhausted && found.known) {
      await this.aggregates.transact(credential, found.userId, context, (state) =>
        disableCredential(state, { reason: 'too-many-failures' }),
      );
    }
    return refused('wrong-pair');
  }
}

const rememberedIn = ({ remembered }: Readonly<{ remembered?: { expiresAt: string } }>) =>
  remembered === undefined ? {} : { remembered };

const done = (position: number, session: ReturnType<typeof toldSession>, device?: string) => ({
  outcome: 'done' as const,
  position,
  session,
  ...(device === undefined ? {} : { device }),
});

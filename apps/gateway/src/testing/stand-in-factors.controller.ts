import { Controller, Inject } from '@nestjs/common';
import {
  AddPasskey,
  AskPasskeyChallenge,
  ConfirmTotp,
  GetFactors,
  GiveSecondFactor,
  IssueRecoveryCodes,
  type PayloadOf,
  RemoveFactor,
  ResetFactors,
  type Session,
  StartTotp,
} from '#contracts';
import { Clock, SECRETS } from '#platform';
import { Opener } from '#sealing';
import type { Secrets } from '#secrets';
import { Answers } from '#service-bus';
import { type KnownFactors, StandIn } from './stand-in.js';

const refused = <const R extends string>(reason: R) => ({ outcome: 'refused' as const, reason });

const none: KnownFactors = { compulsory: false, totp: null, passkeys: [], codesLeft: null };

/** Answers about second factors as auth does, in a few lines. */
@Controller()
export class StandInFactors {
  private readonly opener: Opener;

  constructor(
    @Inject(StandIn) private readonly known: StandIn,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(SECRETS) secrets: Secrets,
  ) {
    this.opener = new Opener(secrets.sealing.privateJwk);
  }

  @Answers(GetFactors)
  get({ userId }: PayloadOf<typeof GetFactors>) {
    const compulsory = this.known.people.get(userId)?.profile.role === 'manager';
    return { outcome: 'done' as const, ...this.of(userId), compulsory };
  }

  @Answers(GiveSecondFactor)
  async give(asked: PayloadOf<typeof GiveSecondFactor>) {
    const { sessionId, nextSessionId, sealedCode, response, remember } = asked;
    this.known.asked.push(GiveSecondFactor.name);
    const before = this.known.sessions.get(sessionId);
    if (!before) return refused('no-session');
    if (response !== undefined && response !== 'a good answer') return refused('passkey-not-valid');
    const code = response === undefined ? await this.opened(sealedCode, sessionId, 'code') : 'none';
    if (code === '999999') return refused('code-used');
    if (code === '000000') return { ...refused('too-many-attempts'), retryAfter: 120 };
    const recovery = code.replaceAll('-', '') === `0${'A'.repeat(14)}`;
    if (!['none', '123456'].includes(code) && !recovery) return refused('wrong-code');
    const done = await this.turn(before, nextSessionId, true);
    const expiresAt = '2026-12-22T08:00:00.000Z';
    const remembers = remember !== undefined && before.level === 'second-factor';
    return {
      ...done,
      ...(remembers ? { remembered: { expiresAt } } : {}),
      ...(recovery ? { codesLeft: 10, replaced: 0 } : {}),
    };
  }

  @Answers(AskPasskeyChallenge)
  async challenge({ sessionId }: PayloadOf<typeof AskPasskeyChallenge>) {
    this.known.asked.push(AskPasskeyChallenge.name);
    const userId = this.known.sessions.get(sessionId)?.userId;
    if (userId === undefined) return refused('no-session');
    const credentials = this.of(userId).passkeys.map(() => ({ id: 'AAAA', transports: ['internal'] }));
    return { outcome: 'done' as const, position: 0, challenge: 'a'.repeat(43), credentials };
  }

  @Answers(StartTotp)
  async start({ sessionId, sealedSecret }: PayloadOf<typeof StartTotp>) {
    const secret = await this.opened(sealedSecret, sessionId, 'secret');
    if (!/^[A-Z2-7]{32}$/.test(secret)) return refused('secret-not-valid');
    return {
      outcome: 'done' as const,
      position: await this.known.record('CommandTaken', { name: StartTotp.name }),
    };
  }

  @Answers(ConfirmTotp)
  async confirm({ sessionId, nextSessionId, sealedCode }: PayloadOf<typeof ConfirmTotp>) {
    const before = this.known.sessions.get(sessionId);
    if (!before) return refused('no-session');
    const code = await this.opened(sealedCode, sessionId, 'code');
    if (code === '000000') return { ...refused('too-many-attempts'), retryAfter: 120 };
    if (code !== '123456') return refused('wrong-code');
    return this.added(before, nextSessionId, { totp: { addedAt: this.clock.now() } });
  }

  @Answers(AddPasskey)
  async add({ sessionId, nextSessionId, response, device }: PayloadOf<typeof AddPasskey>) {
    const before = this.known.sessions.get(sessionId);
    if (!before) return refused('no-session');
    if (response === 'a known one') return refused('passkey-known');
    if (response !== 'a good answer') return refused('passkey-not-valid');
    const { passkeys } = this.of(before.userId);
    const addedAt = this.clock.now();
    const more = [...passkeys, { factorId: `passkey-${passkeys.length + 1}`, device, addedAt }];
    return this.added(before, nextSessionId, { passkeys: more });
  }

  @Answers(RemoveFactor)
  async remove({ sessionId, nextSessionId, kind, factorId }: PayloadOf<typeof RemoveFactor>) {
    const before = this.known.sessions.get(sessionId);
    if (!before) return refused('no-session');
    const own = this.of(before.userId);
    const count = own.passkeys.length + (own.totp === null ? 0 : 1);
    if (count === 0) return refused('no-factor');
    if (count === 1 && this.known.people.get(before.userId)?.profile.role === 'manager')
      return refused('factor-compulsory');
    const left =
      kind === 'totp'
        ? { ...own, totp: null }
        : { ...own, passkeys: own.passkeys.filter((passkey) => passkey.factorId !== factorId) };
    this.known.factors.set(before.userId, left);
    return this.turn(before, nextSessionId, false);
  }

  @Answers(IssueRecoveryCodes)
  async issue({ sessionId }: PayloadOf<typeof IssueRecoveryCodes>) {
    const userId = this.known.sessions.get(sessionId)?.userId ?? '';
    if (!this.known.factors.has(userId)) return refused('no-factor');
    return { outcome: 'done' as const, position: await this.known.record('CommandTaken', {}) };
  }

  @Answers(ResetFactors)
  async reset({ actor, userId }: PayloadOf<typeof ResetFactors>) {
    const asking = actor.kind === 'user' ? this.known.people.get(actor.userId)?.profile.role : undefined;
    if (asking !== 'manager') return refused('not-allowed');
    if (!this.known.people.has(userId)) return refused('unknown-user');
    if (!this.known.factors.delete(userId)) return refused('no-factor');
    return { outcome: 'done' as const, position: await this.known.record('CommandTaken', {}) };
  }

  private of(userId: string): KnownFactors {
    return this.known.factors.get(userId) ?? none;
  }

  private async added(before: Session, nextSessionId: string, more: Partial<KnownFactors>) {
    const own = this.of(before.userId);
    const codesIssued = own.codesLeft === null;
    this.known.factors.set(before.userId, { ...own, ...more, codesLeft: own.codesLeft ?? 10 });
    return { ...(await this.turn(before, nextSessionId, true)), codesIssued };
  }

  private async turn(before: Session, sessionId: string, factorGiven: boolean) {
    const { enrolBy: _, ...kept } = before;
    const factorAt = factorGiven ? { factorAt: this.clock.now() } : {};
    const session: Session = { ...kept, sessionId, level: 'full', ...factorAt };
    this.known.sessions.set(sessionId, session);
    this.known.sessions.delete(before.sessionId);
    const { userId } = before;
    const told = { type: 'session.ended', sessionId: before.sessionId, userId, reason: 'continued' } as const;
    return { outcome: 'done' as const, position: await this.known.tell(told), session };
  }

  private async opened(sealed: string | undefined, sessionId: string, what: string): Promise<string> {
    return (await this.opener.open(sealed ?? '', sessionId))?.[what] ?? '';
  }
}

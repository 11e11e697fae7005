import { Controller, Inject } from '@nestjs/common';
import {
  ChangeKey,
  ChooseKey,
  ConfirmKey,
  EndOtherSessions,
  EndSession,
  ForgetDevice,
  GetCredentialAt,
  GetTokenKeys,
  IssueToken,
  ListSessions,
  type PayloadOf,
  RequestKeyRenewal,
  ResumeSession,
  RevokeProvisionalKeys,
  type Session,
  SignIn,
  TouchSession,
  VerifySession,
} from '#contracts';
import { EventStore } from '#event-store';
import { Clock, SECRETS } from '#platform';
import { Opener } from '#sealing';
import type { Secrets } from '#secrets';
import { Answers } from '#service-bus';
import { StandIn } from './stand-in.js';

const refused = <const R extends string>(reason: R) => ({ outcome: 'refused' as const, reason });
const hours = (from: string, count: number) => new Date(Date.parse(from) + count * 3_600_000).toISOString();

/** Answers as auth does, in a few lines: enough for the gateway to be looked at from outside. */
@Controller()
export class StandInAuth {
  private readonly opener: Opener;

  constructor(
    @Inject(StandIn) private readonly known: StandIn,
    @Inject(EventStore) private readonly events: EventStore,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(SECRETS) secrets: Secrets,
  ) {
    this.opener = new Opener(secrets.sealing.privateJwk);
  }

  @Answers(GetCredentialAt)
  credentialAt(_asked: PayloadOf<typeof GetCredentialAt>) {
    const beside = {
      factors: [{ kind: 'totp' as const, addedAt: '2026-11-01T08:00:00.000Z' }],
      recoveryCodesUsed: 2,
    };
    const never = {
      disabledByFailures: false,
      deactivated: false,
      provisionalKeysUntil: [],
      sessions: [],
      ...beside,
    };
    return { outcome: 'done' as const, opens: 'key' as const, generation: 1, epoch: 1, ...never };
  }

  @Answers(SignIn)
  async signIn({ identifier, sealedKey, sessionId, remember }: PayloadOf<typeof SignIn>) {
    await this.note(SignIn.name);
    if (this.known.retryAfter !== undefined) {
      return { ...refused('too-many-attempts'), retryAfter: this.known.retryAfter };
    }
    const typed = await this.opener.open(sealedKey, sessionId);
    const person = this.known.people.get(identifier);
    if (!person || typed?.['key'] !== person.key) return refused('wrong-pair');
    const now = this.clock.now();
    const session: Session = {
      sessionId,
      userId: person.profile.userId,
      level: person.level,
      ...(person.factorGiven ? { factorAt: now } : {}),
      ...(person.enrolBy === undefined ? {} : { enrolBy: person.enrolBy }),
      openedAt: now,
      authenticatedAt: now,
      seenAt: now,
      expiresAt: hours(now, 12),
    };
    this.known.sessions.set(sessionId, session);
    const position = await this.known.tell({
      type: 'session.opened',
      sessionId,
      userId: session.userId,
      level: session.level,
    });
    if (remember === undefined || person.profile.role === 'manager' || person.level !== 'full') {
      return { outcome: 'done' as const, position, session, device: 'a-device' };
    }
    const remembered = { ...remember, session, expiresAt: hours(now, 720) };
    this.known.remembered.set(remember.selector, remembered);
    return { outcome: 'done' as const, position, session, device: 'a-device', remembered };
  }

  @Answers(VerifySession)
  async verify({ sessionId }: PayloadOf<typeof VerifySession>) {
    const asOf = await this.events.head();
    const session = this.known.sessions.get(sessionId);
    await this.note(VerifySession.name);
    if (!session || this.clock.now() >= session.expiresAt) return refused('no-session');
    return { outcome: 'done' as const, session, asOf };
  }

  @Answers(ResumeSession)
  async resume({ selector, validatorHash, successorHash, sessionId }: PayloadOf<typeof ResumeSession>) {
    await this.note(ResumeSession.name);
    const known = this.known.remembered.get(selector);
    if (known?.validatorHash !== validatorHash) return refused('not-remembered');
    const now = this.clock.now();
    const session = { ...known.session, sessionId, openedAt: now, seenAt: now, expiresAt: hours(now, 12) };
    this.known.sessions.set(sessionId, session);
    this.known.remembered.set(selector, { ...known, validatorHash: successorHash, session });
    const position = await this.events.head();
    return { outcome: 'done' as const, position, session, expiresAt: known.expiresAt };
  }

  @Answers(ForgetDevice)
  async forget({ selector }: PayloadOf<typeof ForgetDevice>) {
    this.known.remembered.delete(selector);
    return this.taken(ForgetDevice.name);
  }

  @Answers(TouchSession)
  async touch({ sessionId }: PayloadOf<typeof TouchSession>) {
    await this.note(TouchSession.name);
    const session = this.known.sessions.get(sessionId);
    if (!session) return refused('no-session');
    this.known.sessions.set(sessionId, { ...session, seenAt: this.clock.now() });
    return { outcome: 'done' as const, position: await this.events.head() };
  }

  @Answers(EndSession)
  async end({ sessionId, userId }: PayloadOf<typeof EndSession>) {
    await this.note(EndSession.name);
    if (!this.known.sessions.delete(sessionId)) return refused('no-session');
    const told = { type: 'session.ended', sessionId, userId, reason: 'signed-out' } as const;
    return { outcome: 'done' as const, position: await this.known.tell(told) };
  }

  @Answers(IssueToken)
  async issueToken({ sessionId, audience = 'planning' }: PayloadOf<typeof IssueToken>) {
    await this.note(IssueToken.name);
    if (audience !== 'planning') return refused('audience-not-known');
    const session = this.known.sessions.get(sessionId);
    if (!session) return refused('no-session');
    return { outcome: 'done' as const, token: 'a.b.c', expiresAt: hours(this.clock.now(), 1 / 12) };
  }

  @Answers(GetTokenKeys)
  async tokenKeys(_: PayloadOf<typeof GetTokenKeys>) {
    await this.note(GetTokenKeys.name);
    const key = { kty: 'OKP', crv: 'Ed25519', x: 'AA', kid: 'k1', alg: 'EdDSA', use: 'sig' } as const;
    return { outcome: 'done' as const, keys: [key] };
  }

  @Answers(ListSessions)
  async list({ userId }: PayloadOf<typeof ListSessions>) {
    await this.note(ListSessions.name);
    const sessions = [...this.known.sessions.values()]
      .filter((session) => session.userId === userId)
      .map((session) => ({ ...session, userAgent: 'Firefox, Windows' }));
    const remembered = [...this.known.remembered.entries()]
      .filter(([, { session }]) => session.userId === userId)
      .map(([selector, { session, expiresAt }]) => ({
        selector,
        sessionId: session.sessionId,
        userAgent: 'Safari, iPhone',
        grantedAt: session.authenticatedAt,
        usedAt: session.openedAt,
        expiresAt,
      }));
    return { outcome: 'done' as const, sessions, remembered };
  }

  @Answers(EndOtherSessions)
  async endOthers(_: PayloadOf<typeof EndOtherSessions>) {
    return this.taken(EndOtherSessions.name);
  }

  @Answers(RequestKeyRenewal)
  async renew(_: PayloadOf<typeof RequestKeyRenewal>) {
    return this.taken(RequestKeyRenewal.name);
  }

  @Answers(ChooseKey)
  async choose({ sessionId }: PayloadOf<typeof ChooseKey>) {
    this.known.sessions.delete(sessionId);
    return this.taken(ChooseKey.name);
  }

  @Answers(ChangeKey)
  async change({ sessionId, sealedCurrentKey }: PayloadOf<typeof ChangeKey>) {
    const right = await this.isRight(sessionId, sealedCurrentKey);
    return right ? this.taken(ChangeKey.name) : refused('wrong-key');
  }

  @Answers(ConfirmKey)
  async confirm({ sessionId, sealedKey }: PayloadOf<typeof ConfirmKey>) {
    const session = this.known.sessions.get(sessionId);
    if (!session || !(await this.isRight(sessionId, sealedKey))) return refused('wrong-key');
    this.known.sessions.set(sessionId, { ...session, authenticatedAt: this.clock.now() });
    return this.taken(ConfirmKey.name);
  }

  @Answers(RevokeProvisionalKeys)
  async revoke({ link }: PayloadOf<typeof RevokeProvisionalKeys>) {
    return link === 'good-link' ? this.taken(RevokeProvisionalKeys.name) : refused('link-not-valid');
  }

  private async isRight(sessionId: string, sealed: string): Promise<boolean> {
    const userId = this.known.sessions.get(sessionId)?.userId ?? '';
    const typed = await this.opener.open(sealed, sessionId);
    return typed?.['key'] === this.known.people.get(userId)?.key;
  }

  private async taken(name: string) {
    await this.note(name);
    return { outcome: 'done' as const, position: await this.known.record('CommandTaken', { name }) };
  }

  private async note(name: string): Promise<void> {
    this.known.asked.push(name);
    await this.known.before(name);
  }
}

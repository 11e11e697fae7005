import { Controller, Inject } from '@nestjs/common';
import {
  type Actor,
  ApproveRecovery,
  CloseSupportCase,
  DiscloseIdentifier,
  FindSchools,
  GetRecoveryVeto,
  GetSupportCase,
  IssueRecoveryCode,
  ListDemoCalls,
  ListSupportCases,
  OpenSupportCase,
  type PayloadOf,
  PlaceCallBack,
  RedeemRecoveryCode,
  RequestRecovery,
  type Session,
  SettleCallBack,
  VetoRecovery,
} from '#contracts';
import { SECRETS } from '#platform';
import { Opener } from '#sealing';
import type { Secrets } from '#secrets';
import { Answers } from '#service-bus';
import { StandIn } from './stand-in.js';

const refused = <const R extends string>(reason: R) => ({ outcome: 'refused' as const, reason });
const at = '2026-11-22T08:00:00.000Z';
const later = '2026-11-22T08:10:00.000Z';

type InCase = Readonly<{ actor: Actor; caseId: string }>;

/** Answers as users and auth do where support is concerned, in a few lines: one case, `case-1`, and one code. */
@Controller()
export class StandInSupport {
  private readonly opener: Opener;

  constructor(
    @Inject(StandIn) private readonly known: StandIn,
    @Inject(SECRETS) secrets: Secrets,
  ) {
    this.opener = new Opener(secrets.sealing.privateJwk);
  }

  @Answers(FindSchools)
  find({ actor, q }: PayloadOf<typeof FindSchools>) {
    if (!this.isSupport(actor)) return refused('not-allowed');
    const port = { schoolId: 'school-1', name: 'Auto-école du Port', maskedPhone: '•• •• •• •• 78' };
    return { outcome: 'done' as const, schools: q.includes('port') ? [port] : [], more: false };
  }

  @Answers(ListSupportCases)
  list({ actor }: PayloadOf<typeof ListSupportCases>) {
    if (!this.isSupport(actor)) return refused('not-allowed');
    return { outcome: 'done' as const, cases: [this.known.supportCase] };
  }

  @Answers(GetSupportCase)
  get({ actor, caseId }: InCase) {
    if (!this.isSupport(actor)) return refused('not-allowed');
    if (caseId !== 'case-1') return refused('unknown-case');
    return { outcome: 'done' as const, case: this.known.supportCase };
  }

  @Answers(OpenSupportCase)
  async open({ actor, schoolId }: PayloadOf<typeof OpenSupportCase>) {
    if (!this.isSupport(actor)) return refused('not-allowed');
    if (schoolId === 'busy-school') return refused('too-many-cases');
    if (schoolId !== 'school-1') return refused('unknown-school');
    return { ...(await this.taken(OpenSupportCase.name)), caseId: 'case-1' };
  }

  @Answers(PlaceCallBack)
  call(asked: InCase) {
    return this.inCase(PlaceCallBack.name, asked);
  }

  @Answers(SettleCallBack)
  answered(asked: InCase) {
    return this.inCase(SettleCallBack.name, asked);
  }

  @Answers(DiscloseIdentifier)
  disclose(asked: InCase) {
    return this.inCase(DiscloseIdentifier.name, asked);
  }

  @Answers(RequestRecovery)
  recover(asked: InCase) {
    return this.inCase(RequestRecovery.name, asked);
  }

  @Answers(ApproveRecovery)
  approve(asked: InCase) {
    return this.inCase(ApproveRecovery.name, asked);
  }

  @Answers(CloseSupportCase)
  close(asked: InCase) {
    return this.inCase(CloseSupportCase.name, asked);
  }

  /** Opens what was sealed, as auth would: so a spec can compare it with what the page shows. */
  @Answers(IssueRecoveryCode)
  async issue(asked: PayloadOf<typeof IssueRecoveryCode>) {
    const reply = await this.inCase(IssueRecoveryCode.name, asked);
    if (reply.outcome === 'refused') return reply;
    this.known.codeHeld = (await this.opener.open(asked.sealedCode, asked.commandId))?.['code'];
    return { ...reply, expiresAt: later, byMail: true };
  }

  @Answers(RedeemRecoveryCode)
  async redeem({ identifier, sealedCode, sessionId }: PayloadOf<typeof RedeemRecoveryCode>) {
    if (this.known.retryAfter !== undefined) {
      return { ...refused('too-many-attempts'), retryAfter: this.known.retryAfter };
    }
    const typed = await this.opener.open(sealedCode, sessionId);
    const person = this.known.people.get(identifier);
    if (!person || typed?.['code'] !== '1234 5678' || typed['proof'] !== 'ABCD') return refused('wrong-code');
    const moments = { openedAt: at, authenticatedAt: at, seenAt: at, expiresAt: '2100-01-01T00:00:00.000Z' };
    const session: Session = {
      sessionId,
      userId: person.profile.userId,
      level: 'choose-key',
      ...moments,
    };
    this.known.sessions.set(sessionId, session);
    return { ...(await this.taken(RedeemRecoveryCode.name)), session };
  }

  @Answers(GetRecoveryVeto)
  veto({ link }: PayloadOf<typeof GetRecoveryVeto>) {
    if (link !== 'good-link') return refused('link-not-valid');
    const state = this.known.asked.includes(VetoRecovery.name) ? ('vetoed' as const) : ('pending' as const);
    return { outcome: 'done' as const, state, name: 'Léandra', schoolName: 'Auto-école du Port' };
  }

  @Answers(VetoRecovery)
  stop({ link }: PayloadOf<typeof VetoRecovery>) {
    return link === 'good-link' ? this.taken(VetoRecovery.name) : refused('link-not-valid');
  }

  @Answers(ListDemoCalls)
  calls() {
    return { outcome: 'done' as const, calls: [{ number: '+33612345678', at }] };
  }

  private inCase(name: string, { actor, caseId }: InCase) {
    if (!this.isSupport(actor)) return refused('not-allowed');
    if (caseId !== 'case-1') return refused('unknown-case');
    return this.known.caseRefusal === undefined ? this.taken(name) : refused(this.known.caseRefusal);
  }

  private isSupport(actor: Actor): boolean {
    return actor.kind === 'user' && this.known.people.get(actor.userId)?.profile.role === 'support';
  }

  private async taken(name: string) {
    this.known.asked.push(name);
    return { outcome: 'done' as const, position: await this.known.record('CommandTaken', { name }) };
  }
}

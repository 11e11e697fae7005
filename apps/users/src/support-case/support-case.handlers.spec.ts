import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  AddOperator,
  ApproveRecovery,
  ChangeManagerPhone,
  CloseSupportCase,
  DiscloseIdentifier,
  EraseUser,
  FindSchools,
  GetRecipient,
  GetRecoveryVeto,
  GetSupportCase,
  IssueRecoveryCode,
  ListDemoCalls,
  ListSupportCases,
  OpenSupportCase,
  PlaceCallBack,
  RequestRecovery,
  RequestReferenceEmailChange,
  SettleCallBack,
  VetoRecovery,
  type Actor,
} from '#contracts';
import { eventually } from '#event-store/testing';
import { SignedLinks } from '#links';
import { readSettings } from '#settings';
import { rightKey, startUsers, type Users } from '../users.harness.js';

const done = { outcome: 'done' };
const refusedFor = (reason: string) => ({ outcome: 'refused', reason });

describe('a case of support, over the bus', () => {
  let users: Users;
  let lea: Actor;
  let hugo: Actor;
  let school: Awaited<ReturnType<Users['school']>>;
  beforeEach(async () => {
    users = await startUsers({ settings: readSettings({ TROUSSEAU_DEMO: 'on' }) });
    lea = await operator('lea.assistance');
    hugo = await operator('hugo.assistance');
    school = await users.school('Auto-école du Lac', 'gisele');
  });
  afterEach(() => users.stop());

  const operator = async (identifier: string, role: 'support' | 'auditor' = 'support') => {
    const reply = await users.send(AddOperator, {
      actor: users.operator,
      identifier,
      name: identifier === 'lea.assistance' ? 'Léa Roux' : 'Hugo Lambert',
      role,
      email: `${identifier}@trousseau.example`,
      locale: 'fr',
    });
    if (reply.outcome !== 'done') throw new Error(reply.reason);
    return users.asActor(reply.userId);
  };
  const open = async (actor = lea) => {
    const reply = await users.send(OpenSupportCase, { actor, schoolId: school.schoolId });
    if (reply.outcome !== 'done') throw new Error(reply.reason);
    return reply.caseId;
  };
  const onTheLine = async (caseId?: string) => {
    const of = { actor: lea, caseId: caseId ?? (await open()) };
    expect(await users.send(PlaceCallBack, of)).toMatchObject(done);
    expect(await users.send(SettleCallBack, { ...of, answered: true })).toMatchObject(done);
    return of;
  };
  const approved = async (mailbox: 'read' | 'lost' = 'read') => {
    const of = await onTheLine();
    expect(await users.send(RequestRecovery, { ...of, mailbox })).toMatchObject(done);
    expect(await users.send(ApproveRecovery, { ...of, actor: hugo })).toMatchObject(done);
    return of;
  };
  const seen = async (caseId: string, actor = lea) => {
    const reply = await users.send(GetSupportCase, { actor, caseId });
    if (reply.outcome !== 'done') throw new Error(reply.reason);
    return reply.case;
  };
  /** Everything of support in the log, as it is stored. */
  const storedSteps = async () =>
    JSON.stringify(
      (await users.events.readAll(-1, 10_000)).filter(({ stream }) => stream.startsWith('support-case-')),
    );
  const told = async (type: string, caseId: string) => {
    const about = { userId: school.userId, caseId };
    await users.tell({ type, ...about } as never);
  };

  it('keeps the digits of the number under the key of the person, and loses them with it (GDP-02, TEL-10)', async () => {
    const { caseId } = await onTheLine();
    await users.send(RequestRecovery, { actor: lea, caseId, mailbox: 'read' });
    expect((await seen(caseId)).maskedPhone).toBe('•• •• •• •• 78');
    expect(await storedSteps()).toContain('"RecoveryRequested"');
    expect(await storedSteps()).not.toContain('"78"');
    const asked = { actor: users.operator, userId: school.userId, operator: 'anne', reason: 'dossier 114' };
    expect(await users.send(EraseUser, asked)).toMatchObject(done);
    expect(await seen(caseId)).toMatchObject({ maskedPhone: '', managerName: '' });
  });

  it('shows a masked number only, and dials the one on file (TEL-02)', async () => {
    const found = { schoolId: school.schoolId, name: 'Auto-école du Lac', maskedPhone: '•• •• •• •• 78' };
    await eventually(async () => {
      const reply = await users.send(FindSchools, { actor: lea, q: 'LAC' });
      expect(reply).toEqual({ ...done, schools: [found], more: false });
    });
    const { caseId } = await onTheLine();
    expect(JSON.stringify(await seen(caseId))).not.toContain('612345678');
    expect(await users.send(ListDemoCalls, {})).toMatchObject({ calls: [{ number: '+33612345678' }] });
    const stream = await users.events.read(`support-case-${caseId}`);
    expect(JSON.stringify(stream)).not.toContain('612345678');
    expect(stream.every(({ metadata }) => metadata['channel'] === 'support')).toBe(true);
  });

  it('is for support alone: no manager, no auditor, no command line', async () => {
    const caseId = await open();
    const auditor = await operator('audrey.audit', 'auditor');
    for (const actor of [school.manager, auditor, users.operator]) {
      for (const answer of [
        await users.send(FindSchools, { actor, q: 'lac' }),
        await users.send(ListSupportCases, { actor }),
        await users.send(GetSupportCase, { actor, caseId }),
        await users.send(OpenSupportCase, { actor, schoolId: school.schoolId }),
        await users.send(PlaceCallBack, { actor, caseId }),
        await users.send(ApproveRecovery, { actor, caseId }),
        await users.send(CloseSupportCase, { actor, caseId }),
      ]) {
        expect(answer).toMatchObject(refusedFor('not-allowed'));
      }
    }
  });

  it('lists open cases first, with who opened them', async () => {
    const first = await open();
    users.clock.advance({ minutes: 1 });
    const second = await open(hugo);
    await users.send(CloseSupportCase, { actor: hugo, caseId: second });
    const reply = await users.send(ListSupportCases, { actor: lea, atLeast: await users.events.head() });
    expect(reply).toMatchObject({
      cases: [
        { caseId: first, openedBy: 'Léa Roux', mine: true, schoolName: 'Auto-école du Lac' },
        { caseId: second, openedBy: 'Hugo Lambert', mine: false, outcome: 'abandoned' },
      ],
    });
  });

  it('tells the identifier to who is on the line, and to the reference mailbox (EML-04)', async () => {
    const of = await onTheLine();
    const mail = { userId: school.userId, of: { kind: 'identifier', caseId: of.caseId } } as const;
    expect(await users.send(GetRecipient, mail)).toMatchObject(refusedFor('no-address'));
    expect((await seen(of.caseId)).identifier).toBeUndefined();
    expect(await users.send(DiscloseIdentifier, of)).toMatchObject(done);
    expect((await seen(of.caseId)).identifier).toBe('gisele');
    expect((await seen(of.caseId, hugo)).identifier).toBeUndefined();
    expect(await users.send(GetRecipient, mail)).toMatchObject({
      addresses: ['gisele@exemple.fr'],
      identifier: 'gisele',
    });
    users.clock.advance({ minutes: 31 });
    expect((await seen(of.caseId)).identifier).toBeUndefined();
  });

  it('comes to a code with two operators, and not with one (TEL-04, TST-32)', async () => {
    const of = await onTheLine();
    await users.send(RequestRecovery, { ...of, mailbox: 'read' });
    expect(await users.send(ApproveRecovery, of)).toMatchObject(refusedFor('same-operator'));
    const commandId = randomUUID();
    const issue = { ...of, commandId, sealedCode: 'sealed' };
    expect(await users.send(IssueRecoveryCode, issue)).toMatchObject(refusedFor('not-approved'));
    expect(users.codes.held).toEqual([]);
    await users.send(ApproveRecovery, { ...of, actor: hugo });
    const expiresAt = new Date(Date.parse(users.clock.now()) + 600_000).toISOString();
    expect(await users.send(IssueRecoveryCode, issue)).toMatchObject({ ...done, expiresAt, byMail: true });
    expect(users.codes.held).toMatchObject([
      { codeId: commandId, caseId: of.caseId, userId: school.userId, sealedCode: 'sealed', expiresAt },
    ]);
  });

  it('waits 48 hours when the mailbox is lost, and calls again before the code (TEL-07)', async () => {
    const of = await approved('lost');
    const issue = { ...of, sealedCode: 'sealed' };
    expect(await users.send(IssueRecoveryCode, issue)).toMatchObject(refusedFor('waiting-period'));
    users.clock.advance({ hours: 48 });
    expect(await users.send(IssueRecoveryCode, issue)).toMatchObject(refusedFor('call-needed'));
    await onTheLine(of.caseId);
    expect(await users.send(IssueRecoveryCode, issue)).toMatchObject({ ...done, byMail: false });
  });

  it('shows a request that has lapsed no more, so that it can be asked for anew (TEL-07)', async () => {
    const of = await approved('lost');
    expect((await seen(of.caseId)).recovery).toMatchObject({ mailbox: 'lost', approvedBy: 'Hugo Lambert' });
    users.clock.advance({ hours: 48 + 72 });
    expect((await seen(of.caseId)).recovery).toBeUndefined();
    await onTheLine(of.caseId);
    expect(await users.send(RequestRecovery, { ...of, mailbox: 'lost' })).toMatchObject(done);
    expect(await seen(of.caseId)).toMatchObject({ awaitsApproval: true });
  });

  it('ends by the veto of whoever reads an address, and its code with it (TEL-07, TST-32)', async () => {
    const of = await approved('lost');
    const sign = (kind: string) =>
      new SignedLinks(users.secrets.linksKey).sign({
        kind,
        userId: school.userId,
        ref: of.caseId,
        expiresAt: '2100-01-01T00:00:00.000Z',
      });
    const link = sign('recovery-veto');
    for (const wrong of [sign('email-veto'), 'nothing', `${link}x`]) {
      expect(await users.send(GetRecoveryVeto, { link: wrong })).toMatchObject(refusedFor('link-not-valid'));
      expect(await users.send(VetoRecovery, { link: wrong })).toMatchObject(refusedFor('link-not-valid'));
    }
    expect(await users.send(GetRecoveryVeto, { link })).toMatchObject({ state: 'pending', name: 'Gisèle' });
    expect(await users.send(VetoRecovery, { link })).toMatchObject(done);
    expect(await users.send(VetoRecovery, { link })).toMatchObject(done);
    expect(await users.send(GetRecoveryVeto, { link })).toMatchObject({ state: 'vetoed' });
    expect(users.codes.cancelled).toEqual([of.caseId, of.caseId]);
    expect(await seen(of.caseId)).toMatchObject({ outcome: 'vetoed' });
    users.clock.advance({ hours: 48 });
    expect(await users.send(PlaceCallBack, of)).toMatchObject(refusedFor('case-closed'));
  });

  it('is refused, on record, when the number changed yesterday (TEL-03, TST-32)', async () => {
    const change = { actor: users.operator, schoolId: school.schoolId, phone: '07 11 22 33 44' };
    expect(await users.send(ChangeManagerPhone, change)).toMatchObject(done);
    users.clock.advance({ hours: 24 });
    const caseId = await open();
    expect(await seen(caseId)).toMatchObject({
      outcome: 'number-changed-lately',
      maskedPhone: '•• •• •• •• 44',
    });
    expect(await users.send(PlaceCallBack, { actor: lea, caseId })).toMatchObject(refusedFor('case-closed'));
    users.clock.advance({ hours: 29 * 24 });
    await onTheLine();
  });

  it('stops when the number changes under way (TEL-03)', async () => {
    const of = await onTheLine();
    users.clock.advance({ minutes: 1 });
    const change = { actor: users.operator, schoolId: school.schoolId, phone: '07 11 22 33 78' };
    await users.send(ChangeManagerPhone, change);
    expect(await users.send(DiscloseIdentifier, of)).toMatchObject(refusedFor('number-changed'));
    expect(await users.send(PlaceCallBack, of)).toMatchObject(refusedFor('number-changed'));
  });

  it('is one of three a week for an account, of four at the same moment too (TEL-10)', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => open().catch((error: Error) => error.message)));
    expect(answers.filter((answer) => answer === 'too-many-cases')).toHaveLength(1);
    users.clock.advance({ hours: 7 * 24 });
    await open();
  });

  it('stops an operator who opens far more than a person does, on record, and nobody else (TEL-10)', async () => {
    const reasons: string[] = [];
    while (reasons.length < 42) {
      const reply = await users.send(OpenSupportCase, { actor: lea, schoolId: school.schoolId });
      reasons.push(reply.outcome === 'refused' ? reply.reason : 'done');
    }
    const count = (reason: string) => reasons.filter((each) => each === reason).length;
    expect([count('done'), count('too-many-cases'), count('too-many-acts')]).toEqual([3, 37, 2]);
    const alarms = (await users.events.readAll(-1, 10_000)).filter(
      ({ type }) => type === 'OperatorPaceAlarmed',
    );
    expect(alarms.map(({ data }) => (data as { level: string }).level)).toEqual(['alarm', 'limit']);
    expect(await users.metrics.text()).toContain('trousseau_support_rate_alarms_total{level="limit"} 1');
    const other = await users.send(OpenSupportCase, { actor: hugo, schoolId: school.schoolId });
    expect(other).toMatchObject({ reason: 'too-many-cases' });
    users.clock.advance({ hours: 24 });
    const later = await users.send(OpenSupportCase, { actor: lea, schoolId: school.schoolId });
    expect(later).toMatchObject({ reason: 'too-many-cases' });
  });

  it('records what auth tells of codes, and ends at the fifth wrong one (TEL-10)', async () => {
    const { caseId } = await approved();
    for (let i = 0; i < 6; i += 1) await told('credential.recovery-code-rejected', caseId);
    await eventually(async () => {
      expect(await seen(caseId)).toMatchObject({ wrongCodes: 5, outcome: 'too-many-wrong-codes' });
    });
  });

  it('holds addresses and phone while a key is chosen and for 72 hours after (TEL-09)', async () => {
    const of = await approved();
    const change = {
      actor: school.manager,
      userId: school.userId,
      slot: 'first',
      email: 'voleur@exemple.fr',
      oldAddressUnusable: false,
      sealedKey: rightKey,
      network: '192.0.2.0/24',
    } as const;
    const phone = { actor: users.operator, schoolId: school.schoolId, phone: '07 11 22 33 44' };
    const colleague = await users.add(school.manager, { role: 'office' });
    const areHeld = async () => {
      expect(await users.send(RequestReferenceEmailChange, change)).toMatchObject(refusedFor('held'));
      const other = { ...change, userId: colleague.userId };
      expect(await users.send(RequestReferenceEmailChange, other)).toMatchObject(refusedFor('held'));
      expect(await users.send(ChangeManagerPhone, phone)).toMatchObject(refusedFor('held'));
    };
    await users.send(IssueRecoveryCode, { ...of, sealedCode: 'sealed' });
    await areHeld();
    await told('credential.recovery-code-redeemed', of.caseId);
    const chosen = { type: 'credential.key-chosen', userId: school.userId, epoch: 2, generation: 2 } as const;
    await users.tell(chosen);
    await eventually(async () => expect(await seen(of.caseId)).toMatchObject({ outcome: 'recovered' }));
    users.clock.advance({ hours: 71 });
    await areHeld();
    users.clock.advance({ hours: 1 });
    expect(await users.send(RequestReferenceEmailChange, change)).toMatchObject(done);
    expect(await users.send(ChangeManagerPhone, phone)).toMatchObject(done);
  });

  it('changes the phone from the command line alone', async () => {
    const change = { schoolId: school.schoolId, phone: '07 11 22 33 44' };
    for (const actor of [lea, school.manager]) {
      expect(await users.send(ChangeManagerPhone, { actor, ...change })).toMatchObject(
        refusedFor('not-allowed'),
      );
    }
    const bad = { actor: users.operator, ...change, phone: '12' };
    expect(await users.send(ChangeManagerPhone, bad)).toMatchObject(refusedFor('phone-not-valid'));
    const nowhere = { actor: users.operator, ...change, schoolId: 'nowhere' };
    expect(await users.send(ChangeManagerPhone, nowhere)).toMatchObject(refusedFor('unknown-school'));
  });

  it('takes a repeated command for the same one', async () => {
    const commandId = randomUUID();
    const asked = { commandId, actor: lea, schoolId: school.schoolId };
    const first = await users.send(OpenSupportCase, asked);
    const head = await users.events.head();
    expect(await users.send(OpenSupportCase, asked)).toMatchObject({
      caseId: (first as { caseId: string }).caseId,
    });
    expect(await users.events.head()).toBe(head);
  });
});

describe('a case of support without a telephone exchange', () => {
  it('says so, and records no call', async () => {
    const users = await startUsers();
    const added = await users.send(AddOperator, {
      actor: users.operator,
      identifier: 'lea.assistance',
      name: 'Léa Roux',
      role: 'support',
      email: 'lea@trousseau.example',
      locale: 'fr',
    });
    const actor = users.asActor((added as { userId: string }).userId);
    const { schoolId } = await users.school();
    const opened = await users.send(OpenSupportCase, { actor, schoolId });
    const { caseId } = opened as { caseId: string };
    const head = await users.events.head();
    expect(await users.send(PlaceCallBack, { actor, caseId })).toMatchObject(
      refusedFor('telephony-unavailable'),
    );
    expect(await users.events.head()).toBe(head);
    expect(await users.send(ListDemoCalls, {})).toMatchObject(refusedFor('no-demo-telephony'));
    await users.stop();
  });
});

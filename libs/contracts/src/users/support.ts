import { z } from 'zod';
import { command, query } from '../request.js';
import { instant, sealed } from '../vocabulary.js';
import { actor } from './schools.js';

/** Why a step of a case of support is not taken. */
export const caseRefusals = [
  'not-allowed',
  'unknown-case',
  'case-closed',
  /** Only who opened a case speaks with the manager. */
  'not-your-case',
  /** Whoever opened a case does not approve it (TEL-04). */
  'same-operator',
  'call-needed',
  'number-changed',
  'not-requested',
  'not-approved',
  'waiting-period',
  /** A request for a key is good for three days after a code could be had. */
  'request-lapsed',
  'code-used',
  /** This operator has done so much within a day that somebody looks at it first (TEL-10). */
  'too-many-acts',
] as const;

/** How a case ended. */
export const caseOutcome = z.enum([
  'identifier-given',
  'recovered',
  'vetoed',
  'too-many-wrong-codes',
  'number-changed-lately',
  'no-number',
  'abandoned',
]);

/** What happened in a case, by the names of its events. */
export const caseStep = z.enum([
  'CaseOpened',
  'CallBackPlaced',
  'CallBackAnswered',
  'CallBackMissed',
  'IdentifierDisclosed',
  'RecoveryRequested',
  'RecoveryApproved',
  'RecoveryCodeIssued',
  'RecoveryCodeRejected',
  'RecoveryCodeAccepted',
  'RecoveryCompleted',
  'CaseVetoed',
  'CaseClosed',
]);

const listed = {
  caseId: z.string(),
  schoolName: z.string(),
  openedAt: instant,
  openedBy: z.string(),
  /** Whether who asks has opened it. */
  mine: z.boolean(),
  outcome: caseOutcome.optional(),
  /** A second operator is waited for (TEL-04). */
  awaitsApproval: z.boolean(),
};

/** A case as an operator sees it: a masked number, names of operators, never a code. */
export const supportCaseView = z.object({
  ...listed,
  managerName: z.string(),
  /** `•• •• •• •• 78`. */
  maskedPhone: z.string(),
  call: z.enum(['none', 'ringing', 'answered']),
  /** An answered call speaks for the manager until then. */
  callHoldsUntil: instant.optional(),
  disclosed: z.boolean(),
  /** Only for the opener, on the line, once it is disclosed. */
  identifier: z.string().optional(),
  recovery: z
    .object({
      mailbox: z.enum(['read', 'lost']),
      /** The second factors go when the key is chosen (TEL-11). */
      factorsLost: z.boolean(),
      availableFrom: instant,
      approvedBy: z.string().optional(),
      codeExpiresAt: instant.optional(),
      accepted: z.boolean(),
    })
    .optional(),
  wrongCodes: z.number().int(),
  trail: z.array(z.object({ type: caseStep, at: instant, operator: z.string().optional() })),
});
export type SupportCaseView = z.infer<typeof supportCaseView>;

/** What stands as the actor of an event that a case of support brought about. */
export const caseActor = (caseId: string): string => `support-case-${caseId}`;

/** The case that is the actor, if it is one. */
export const caseOfActor = (actor: string): string | null => /^support-case-(.+)$/.exec(actor)?.[1] ?? null;

/** Schools whose name contains these words; for support alone. */
export const FindSchools = query('users.find-schools', {
  payload: { actor, q: z.string().max(200) },
  done: {
    schools: z.array(z.object({ schoolId: z.string(), name: z.string(), maskedPhone: z.string() })),
    more: z.boolean(),
  },
  refused: ['not-allowed', 'not-yet'],
});

/** Cases of support, the newest first: those that are open, then the last that are closed. */
export const ListSupportCases = query('users.list-support-cases', {
  payload: { actor, atLeast: z.number().int().optional() },
  done: { cases: z.array(z.object(listed)) },
  refused: ['not-allowed', 'not-yet'],
});

export const GetSupportCase = query('users.get-support-case', {
  payload: { actor, caseId: z.string() },
  done: { case: supportCaseView },
  refused: ['not-allowed', 'unknown-case'],
});

/** Opens a case for the manager whose number is on file; without a number that can be relied on it is closed at once (TEL-03). */
export const OpenSupportCase = command('users.open-support-case', {
  payload: { actor, schoolId: z.string() },
  done: { caseId: z.string() },
  refused: ['not-allowed', 'unknown-school', 'deactivated', 'too-many-cases', 'too-many-acts'],
});

const inCase = { payload: { actor, caseId: z.string() }, done: {}, refused: caseRefusals };

/** Has the number on file dialled (TEL-02). */
export const PlaceCallBack = command('users.place-call-back', {
  ...inCase,
  refused: [...caseRefusals, 'telephony-unavailable'],
});

/** Notes whether the manager picked up. */
export const SettleCallBack = command('users.settle-call-back', {
  ...inCase,
  payload: { ...inCase.payload, answered: z.boolean() },
});

/** Discloses the identifier: on the line, and by mail to the reference addresses. */
export const DiscloseIdentifier = command('users.disclose-identifier', inCase);

/**
 * Asks for a new key for the manager; `lost`: their mailbox too, `factorsLost`: their second factors, which then go when the key is chosen.
 * In either case 48 hours pass (TEL-06, TEL-07, TEL-11).
 */
export const RequestRecovery = command('users.request-recovery', {
  ...inCase,
  payload: { ...inCase.payload, mailbox: z.enum(['read', 'lost']), factorsLost: z.boolean().optional() },
});

/** A second operator agrees (TEL-04). */
export const ApproveRecovery = command('users.approve-recovery', inCase);

/** Has auth hold the code the gateway made, before it is shown. `sealedCode` holds `{code, binding: commandId}`; users cannot read it. */
export const IssueRecoveryCode = command('users.issue-recovery-code', {
  ...inCase,
  payload: { ...inCase.payload, sealedCode: sealed },
  /** `byMail`: a second proof is on its way to the reference addresses. */
  done: { expiresAt: instant, byMail: z.boolean() },
  refused: [...caseRefusals, 'busy'],
});

/** Ends a case; any operator may. */
export const CloseSupportCase = command('users.close-support-case', inCase);

/** What the signed link of a notice of recovery would stop. */
export const GetRecoveryVeto = query('users.get-recovery-veto', {
  payload: { link: z.string().max(1024) },
  done: { state: z.enum(['pending', 'vetoed', 'over']), name: z.string(), schoolName: z.string() },
  refused: ['link-not-valid'],
});

/** "This was not me", from an address that was told: ends the case (TEL-07). */
export const VetoRecovery = command('users.veto-recovery', {
  payload: { link: z.string().max(1024) },
  done: {},
  refused: ['link-not-valid', 'already-decided'],
});

/** Changes the number that support calls back. Only from the command line; not within 72 hours of a recovery (TEL-09). */
export const ChangeManagerPhone = command('users.change-manager-phone', {
  payload: { actor, schoolId: z.string(), phone: z.string().max(40) },
  done: {},
  refused: ['not-allowed', 'unknown-school', 'phone-not-valid', 'held'],
});

/** The calls that demo mode did not place, newest first. */
export const ListDemoCalls = query('users.list-demo-calls', {
  payload: {},
  done: { calls: z.array(z.object({ number: z.string(), at: instant })) },
  refused: ['no-demo-telephony'],
});

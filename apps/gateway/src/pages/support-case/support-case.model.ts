import type { Locale, SupportCaseView } from '#contracts';
import type { Catalogue } from '../language/catalogue.fr.js';
import { exactMoment, relativeMoment, shortMoment, waitingTime } from '../language/moments.js';
import { view } from '../view/views.js';
import { nextStep, type NextStep } from './next-step.js';

/** The code that was just made: shown in this answer and never again. */
export type ShownCode = Readonly<{ code: string; expiresAt: string; byMail: boolean }>;

type Line = Readonly<{ text: string; by: string | null; at: string; when: string; exact: string }>;

export type SupportCaseModel = Readonly<{
  caseId: string;
  school: string;
  manager: string;
  phone: string;
  opened: string;
  step: NextStep;
  heading: string;
  text: string;
  identifier: string | null;
  mayDisclose: boolean;
  /** Something else may be asked for beside the next step. */
  mayMore: boolean;
  mayLoseMailbox: boolean;
  /** The factors are said to be lost; what has been said of the mailbox goes along when it is asked anew. */
  factorsLost: boolean;
  mayLoseFactors: 'lue' | 'perdue' | null;
  code: Readonly<{ digits: string; text: string }> | null;
  issued: boolean;
  mayClose: boolean;
  trail: readonly Line[];
  refusal: string | null;
  address: string;
  narrow: boolean;
}>;

export const supportCaseView = view<SupportCaseModel>('support-case/support-case');

type Around = Readonly<{
  t: Catalogue;
  lang: Locale;
  now: string;
  /** Where the manager types the code. */
  address: string;
  code?: ShownCode;
  refusal?: string | null;
}>;

export const supportCaseModel = (seen: SupportCaseView, around: Around): SupportCaseModel => {
  const { t, lang, now, code, refusal = null, address } = around;
  const step = nextStep(seen, now);
  const speaking = seen.mine && seen.call === 'answered' && seen.outcome === undefined;
  return {
    caseId: seen.caseId,
    school: seen.schoolName,
    manager: seen.managerName,
    phone: seen.maskedPhone,
    opened: t.support.openedBy(seen.openedBy, relativeMoment(seen.openedAt, now, lang)),
    step,
    heading: t.supportCase.steps[step],
    text: textOf(seen, step, around),
    identifier: seen.identifier ?? null,
    mayMore: speaking && (!seen.disclosed || seen.recovery?.accepted === false),
    mayDisclose: speaking && !seen.disclosed,
    factorsLost: seen.recovery?.factorsLost === true,
    mayLoseFactors:
      speaking && seen.recovery?.factorsLost === false && !seen.recovery.accepted
        ? mailboxWord[seen.recovery.mailbox]
        : null,
    mayLoseMailbox: speaking && seen.recovery?.mailbox === 'read' && !seen.recovery.accepted,
    code: code === undefined ? null : shown(code, around),
    issued: seen.recovery?.codeExpiresAt !== undefined,
    mayClose: seen.outcome === undefined,
    trail: seen.trail.map(({ type, at, operator }) => ({
      text: t.supportCase.trail[type],
      by: operator ?? null,
      at,
      when: shortMoment(at, lang),
      exact: exactMoment(at, lang),
    })),
    refusal,
    address,
    narrow: true,
  };
};

const mailboxWord = { read: 'lue', lost: 'perdue' } as const;

const textOf = (seen: SupportCaseView, step: NextStep, { t, lang }: Around): string => {
  const { texts } = t.supportCase;
  if (step === 'closed') return t.supportCase.outcomeTexts[seen.outcome ?? 'abandoned'];
  if (step === 'wait') return texts.wait(exactMoment(seen.recovery?.availableFrom ?? '', lang));
  if (step === 'theirs') return texts.theirs(seen.openedBy);
  const { mailbox, factorsLost = false } = seen.recovery ?? {};
  if (step === 'approve') {
    const text = mailbox === 'lost' ? texts.approveLost : texts.approve;
    return factorsLost ? `${text} ${texts.approveFactors}` : text;
  }
  if (step === 'await-approval' && (mailbox === 'lost' || factorsLost)) return texts.awaitLost;
  return texts[step];
};

const shown = ({ code, expiresAt, byMail }: ShownCode, { t, lang, now }: Around) => {
  const seconds = (Date.parse(expiresAt) - Date.parse(now)) / 1000;
  const life = waitingTime(seconds, lang);
  return {
    digits: `${code.slice(0, 4)} ${code.slice(4)}`,
    text: byMail ? t.supportCase.codeTextByMail(life) : t.supportCase.codeText(life),
  };
};

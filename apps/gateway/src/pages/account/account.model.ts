import type { ListSessions, Locale, Profile, ReplyOf } from '#contracts';
import { LEAST } from '../choose-key/choose-key.model.js';
import { Fields, type KeyField } from '../form/field.js';
import { problemList, type ProblemLine } from '../form/problem-list.js';
import type { Problems } from '../form/read-form.js';
import type { Catalogue } from '../language/catalogue.fr.js';
import { exactMoment, relativeMoment } from '../language/moments.js';
import type { MyFactors } from '../second-factor/second-factor.model.js';
import { view } from '../view/views.js';

export type Where = Pick<
  Extract<ReplyOf<typeof ListSessions>, { outcome: 'done' }>,
  'sessions' | 'remembered'
>;
type Listed = Where['sessions'][number];
type Remembered = Where['remembered'][number];

type SessionLine = Readonly<{
  sessionId: string;
  device: string;
  times: string;
  thisOne: boolean;
  endWhich: string;
  /** It comes back by itself: « je reste connecté(e) ». */
  stays: boolean;
}>;

type DeviceLine = Readonly<{ selector: string; device: string; times: string; forgetWhich: string }>;

export type AccountModel = Readonly<{
  person: Readonly<{ name: string; school: string; role: string; identifier: string }>;
  cle: KeyField;
  nouvelle: KeyField;
  confirmation: KeyField;
  problems: readonly ProblemLine[];
  wait: string | null;
  /** What protects the account beside the key, in words, and what to do about it. */
  factors: string;
  factorsGo: string;
  /** Support removed what there was, lately (TEL-11). */
  factorsReset: string | null;
  sessions: readonly SessionLine[];
  /** Remembered browsers without a session of today. */
  devices: readonly DeviceLine[];
  others: boolean;
  narrow: boolean;
}>;

export const accountView = view<AccountModel>('account/account');

type Around = Readonly<{ t: Catalogue; lang: Locale; now: string; own: string }>;

const inWords = (userAgent: string, t: Catalogue) => (userAgent === '' ? t.account.unknownDevice : userAgent);

const deviceLine = (browser: Remembered, { t, lang, now }: Around): DeviceLine => {
  const device = inWords(browser.userAgent, t);
  const used = t.account.seen(relativeMoment(browser.usedAt, now, lang));
  return {
    selector: browser.selector,
    device,
    times: `${t.account.remembered(relativeMoment(browser.grantedAt, now, lang))}, ${used}`,
    forgetWhich: t.account.forgetWhich(device),
  };
};

const factorsInWords = ({ totp, passkeys }: MyFactors, t: Catalogue) => {
  const kinds = [
    ...(totp === null ? [] : [t.factors.theApp]),
    ...(passkeys.length === 0 ? [] : [t.factors.passkeyCount(passkeys.length)]),
  ];
  return kinds.length === 0
    ? { factors: t.factors.none, factorsGo: t.factors.add }
    : { factors: t.factors.some(kinds.join(t.factors.and)), factorsGo: t.factors.manage };
};

/** Long enough for somebody back from their holidays to read it. */
const LATELY_MS = 90 * 24 * 60 * 60 * 1000;

const resetLately = ({ resetByCase }: MyFactors, { t, lang, now }: Around): string | null =>
  resetByCase !== undefined && Date.parse(now) - Date.parse(resetByCase.at) < LATELY_MS
    ? t.factors.resetByCase(exactMoment(resetByCase.at, lang))
    : null;

const sessionLine = (
  session: Listed,
  remembered: readonly Remembered[],
  { t, lang, now, own }: Around,
): SessionLine => {
  const device = inWords(session.userAgent, t);
  const opened = t.account.opened(relativeMoment(session.openedAt, now, lang));
  const seen = t.account.seen(relativeMoment(session.seenAt, now, lang));
  return {
    sessionId: session.sessionId,
    device,
    times: `${opened}, ${seen}`,
    thisOne: session.sessionId === own,
    endWhich: t.account.endWhich(device),
    stays: remembered.some(({ sessionId }) => sessionId === session.sessionId),
  };
};

export const accountModel = (
  profile: Profile,
  { sessions, remembered }: Where,
  factors: MyFactors,
  { slips = {}, wait = null }: { slips?: Problems; wait?: string | null },
  around: Around,
): AccountModel => {
  const { t } = around;
  const fields = new Fields(t, slips);
  const cle = fields.key({ name: 'cle', label: t.account.current });
  const nouvelle = fields.key({
    name: 'nouvelle',
    label: t.newKey.new,
    hint: t.newKey.hint,
    autocomplete: 'new-password',
    least: LEAST,
  });
  const confirmation = fields.key({
    name: 'confirmation',
    label: t.newKey.again,
    autocomplete: 'new-password',
  });
  const lines = sessions.map((session) => sessionLine(session, remembered, around));
  const living = new Set(sessions.map(({ sessionId }) => sessionId));
  const idle = remembered.filter(({ sessionId }) => !living.has(sessionId));
  return {
    person: {
      name: profile.name,
      school: profile.schoolName,
      role: t.roles[profile.role],
      identifier: profile.identifier,
    },
    cle,
    nouvelle,
    confirmation,
    problems: problemList([cle, nouvelle, confirmation]),
    wait,
    ...factorsInWords(factors, t),
    factorsReset: resetLately(factors, around),
    sessions: [...lines.filter(({ thisOne }) => thisOne), ...lines.filter(({ thisOne }) => !thisOne)],
    devices: idle.map((browser) => deviceLine(browser, around)),
    others: lines.some(({ thisOne }) => !thisOne) || idle.length > 0,
    narrow: true,
  };
};

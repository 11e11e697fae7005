import type { ListSessions, Locale, Profile, ReplyOf } from '#contracts';
import { LEAST } from '../choose-key/choose-key.model.js';
import { Fields, type KeyField } from '../form/field.js';
import { problemList, type ProblemLine } from '../form/problem-list.js';
import type { Problems } from '../form/read-form.js';
import type { Catalogue } from '../language/catalogue.fr.js';
import { relativeMoment } from '../language/moments.js';
import { view } from '../view/views.js';

type Listed = Extract<ReplyOf<typeof ListSessions>, { outcome: 'done' }>['sessions'][number];

type SessionLine = Readonly<{
  sessionId: string;
  device: string;
  times: string;
  thisOne: boolean;
  endWhich: string;
}>;

export type AccountModel = Readonly<{
  person: Readonly<{ name: string; school: string; role: string; identifier: string }>;
  cle: KeyField;
  nouvelle: KeyField;
  confirmation: KeyField;
  problems: readonly ProblemLine[];
  wait: string | null;
  sessions: readonly SessionLine[];
  others: boolean;
  narrow: boolean;
}>;

export const accountView = view<AccountModel>('account/account');

type Around = Readonly<{ t: Catalogue; lang: Locale; now: string; own: string }>;

const sessionLine = (session: Listed, { t, lang, now, own }: Around): SessionLine => {
  const device = session.userAgent === '' ? t.account.unknownDevice : session.userAgent;
  const opened = t.account.opened(relativeMoment(session.openedAt, now, lang));
  const seen = t.account.seen(relativeMoment(session.seenAt, now, lang));
  return {
    sessionId: session.sessionId,
    device,
    times: `${opened}, ${seen}`,
    thisOne: session.sessionId === own,
    endWhich: t.account.endWhich(device),
  };
};

export const accountModel = (
  profile: Profile,
  sessions: readonly Listed[],
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
  const lines = sessions.map((session) => sessionLine(session, around));
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
    sessions: [...lines.filter(({ thisOne }) => thisOne), ...lines.filter(({ thisOne }) => !thisOne)],
    others: lines.some(({ thisOne }) => !thisOne),
    narrow: true,
  };
};

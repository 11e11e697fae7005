import type { FindSchools, ListSupportCases, Locale, ReplyOf } from '#contracts';
import { relativeMoment } from '../language/moments.js';
import type { Catalogue } from '../language/catalogue.fr.js';
import { view } from '../view/views.js';

type Found = Extract<ReplyOf<typeof FindSchools>, { outcome: 'done' }>;
type Listed = Extract<ReplyOf<typeof ListSupportCases>, { outcome: 'done' }>['cases'][number];

type CaseLine = Readonly<{
  href: string;
  school: string;
  about: string;
  state: string;
  badge: 'active' | 'awaiting-first-key' | 'deactivated';
}>;

export type SupportModel = Readonly<{
  q: string;
  searched: boolean;
  found: string;
  schools: Found['schools'];
  more: boolean;
  open: readonly CaseLine[];
  closed: readonly CaseLine[];
  refusal: string | null;
}>;

export const supportView = view<SupportModel>('support/support');

type Around = Readonly<{ t: Catalogue; lang: Locale; now: string; refusal: string | null }>;

export const supportModel = (
  q: string,
  found: Found | null,
  cases: readonly Listed[],
  { t, lang, now, refusal }: Around,
): SupportModel => {
  const line = (listed: Listed): CaseLine => ({
    href: `/assistance/dossiers/${listed.caseId}`,
    school: listed.schoolName,
    about: t.support.openedBy(listed.openedBy, relativeMoment(listed.openedAt, now, lang)),
    ...standing(t, listed),
  });
  return {
    q,
    searched: found !== null,
    found: t.support.found(found?.schools.length ?? 0),
    schools: found?.schools ?? [],
    more: found?.more ?? false,
    open: cases.filter(({ outcome }) => outcome === undefined).map(line),
    closed: cases.filter(({ outcome }) => outcome !== undefined).map(line),
    refusal,
  };
};

const standing = (t: Catalogue, { outcome, awaitsApproval }: Listed): Pick<CaseLine, 'state' | 'badge'> => {
  if (outcome !== undefined) return { state: t.supportCase.outcomes[outcome], badge: 'deactivated' };
  return awaitsApproval
    ? { state: t.support.awaitsApproval, badge: 'awaiting-first-key' }
    : { state: t.support.open, badge: 'active' };
};

import type { Locale, UserView } from '#contracts';
import { Fields, type KeyField, type TextField } from '../form/field.js';
import { problemList, type ProblemLine } from '../form/problem-list.js';
import type { Problems } from '../form/read-form.js';
import type { Catalogue } from '../language/catalogue.fr.js';
import { type PendingChange, pendingChange } from '../users/pending-change.js';
import { undelivered } from '../users/undelivered.js';
import { view } from '../view/views.js';
import type { Slot } from './modify-user.form.js';

export type ModifyUserModel = Readonly<{
  heading: string;
  identifier: string;
  role: string;
  state: UserView['state'];
  stateText: string;
  own: boolean;
  deactivated: boolean;
  /** They have a second factor, and the manager may remove it: they are no manager. */
  resettable: boolean;
  path: string;
  slot: Slot;
  second: boolean;
  current: string;
  /** That mail to them does not arrive, where it does not (EML-07). */
  undelivered: string | null;
  pending: PendingChange | null;
  email: TextField;
  cle: KeyField;
  unusable: boolean;
  /** Where the manager gives their second factor first, and comes back; null when they gave it lately or have none (REF-01). */
  factorFirst: string | null;
  wait: string | null;
  problems: readonly ProblemLine[];
  narrow: boolean;
}>;

export const modifyUserView = view<ModifyUserModel>('modify-user/modify-user');

export type Given = Readonly<{
  slot: Slot;
  own: boolean;
  hasFactor: boolean;
  factorFirst: boolean;
  typed?: string;
  unusable?: boolean;
  wait?: string | null;
  slips?: Problems;
}>;

export const modifyUserModel = (
  user: UserView,
  { slot, own, hasFactor, factorFirst, typed = '', unusable = false, wait = null, slips = {} }: Given,
  { t, lang }: { t: Catalogue; lang: Locale },
): ModifyUserModel => {
  const fields = new Fields(t, slips);
  const second = slot === 'seconde';
  const path = `/parametres/utilisateurs/${encodeURIComponent(user.userId)}`;
  const email = fields.text({
    name: 'email',
    label: t.modify.newAddress,
    hint: second && user.secondEmail !== undefined ? t.modify.secondHint : null,
    value: typed,
    type: 'email',
    maxlength: 320,
    optional: second && user.secondEmail !== undefined,
  });
  const cle = fields.key({ name: 'cle', label: t.modify.yourKey, hint: t.modify.yourKeyHint });
  return {
    heading: user.name,
    identifier: user.identifier,
    role: t.roles[user.role],
    state: user.state,
    stateText: t.states[user.state],
    own,
    deactivated: user.state === 'deactivated',
    resettable: hasFactor && user.role !== 'manager',
    path,
    factorFirst: factorFirst ? `/second-facteur?suite=${encodeURIComponent(`${path}/modifier`)}` : null,
    slot,
    second,
    current: second ? (user.secondEmail ?? t.modify.none) : user.email,
    undelivered: undelivered(user, t),
    pending: pendingChange(user, t, lang),
    email,
    cle,
    unusable,
    wait,
    problems: problemList([email, cle]),
    narrow: true,
  };
};

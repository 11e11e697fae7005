import { Fields, type KeyField } from '../form/field.js';
import { problemList, type ProblemLine } from '../form/problem-list.js';
import type { Problems } from '../form/read-form.js';
import type { Catalogue } from '../language/catalogue.fr.js';
import { view } from '../view/views.js';

/** The key asked again before something sensitive; `suite` is where one goes on. */
export type ConfirmKeyModel = Readonly<{
  cle: KeyField;
  problems: readonly ProblemLine[];
  wait: string | null;
  suite: string;
  /** For the browser's own key ring, which must know whose key it fills in (KEY-02). */
  identifier: string;
  narrow: boolean;
}>;

export const confirmKeyView = view<ConfirmKeyModel>('confirm-key/confirm-key');

export const confirmKeyModel = (
  t: Catalogue,
  { suite, identifier }: Readonly<{ suite: string; identifier: string }>,
  { slips = {}, wait = null }: Readonly<{ slips?: Problems; wait?: string | null }> = {},
): ConfirmKeyModel => {
  const cle = new Fields(t, slips).key({ name: 'cle', label: t.fields.key });
  return { cle, problems: problemList([cle]), wait, suite, identifier, narrow: true };
};

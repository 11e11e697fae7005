import { Fields, type KeyField } from '../form/field.js';
import { problemList, type ProblemLine } from '../form/problem-list.js';
import type { Problems } from '../form/read-form.js';
import type { Catalogue } from '../language/catalogue.fr.js';
import { view } from '../view/views.js';

/** The fewest characters of a key (KEY-01). The server decides; this only lets the page count along. */
export const LEAST = 15;

export type ChooseKeyModel = Readonly<{
  intro: string;
  identifier: string;
  cle: KeyField;
  confirmation: KeyField;
  problems: readonly ProblemLine[];
}>;

export const chooseKeyView = view<ChooseKeyModel>('choose-key/choose-key');

export const chooseKeyModel = (
  t: Catalogue,
  person: Readonly<{ name: string; identifier: string }>,
  slips: Problems = {},
): ChooseKeyModel => {
  const fields = new Fields(t, slips);
  const cle = fields.key({
    name: 'cle',
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
  return {
    intro: t.choose.intro(person.name),
    identifier: person.identifier,
    cle,
    confirmation,
    problems: problemList([cle, confirmation]),
  };
};

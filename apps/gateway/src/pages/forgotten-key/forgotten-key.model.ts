import { Fields, type TextField } from '../form/field.js';
import { problemList, type ProblemLine } from '../form/problem-list.js';
import type { Problems } from '../form/read-form.js';
import type { Catalogue } from '../language/catalogue.fr.js';
import { view } from '../view/views.js';

export type ForgottenKeyModel = Readonly<{
  done: boolean;
  identifiant: TextField;
  email: TextField;
  problems: readonly ProblemLine[];
}>;

export const forgottenKeyView = view<ForgottenKeyModel>('forgotten-key/forgotten-key');

type Typed = Readonly<{ identifiant: string; email: string }>;

export const forgottenKeyModel = (
  t: Catalogue,
  { done = false, typed, slips = {} }: { done?: boolean; typed?: Typed; slips?: Problems } = {},
): ForgottenKeyModel => {
  const fields = new Fields(t, slips);
  const identifiant = fields.text({
    name: 'identifiant',
    label: t.fields.identifier,
    value: typed?.identifiant ?? '',
    autocomplete: 'username',
  });
  const email = fields.text({
    name: 'email',
    label: t.fields.email,
    value: typed?.email ?? '',
    type: 'email',
    maxlength: 320,
    autocomplete: 'email',
  });
  return { done, identifiant, email, problems: problemList([identifiant, email]) };
};

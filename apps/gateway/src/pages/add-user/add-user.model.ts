import { schoolRole } from '#contracts';
import type { Locale } from '#contracts';
import { type ChoiceField, Fields, type TextField } from '../form/field.js';
import { problemList, type ProblemLine } from '../form/problem-list.js';
import type { Problems } from '../form/read-form.js';
import type { Catalogue } from '../language/catalogue.fr.js';
import { view } from '../view/views.js';

export type AddUserModel = Readonly<{
  nom: TextField;
  identifiant: TextField;
  role: ChoiceField;
  email: TextField;
  langue: ChoiceField;
  problems: readonly ProblemLine[];
  narrow: boolean;
}>;

export const addUserView = view<AddUserModel>('add-user/add-user');

export type Typed = Readonly<Record<'nom' | 'identifiant' | 'role' | 'email' | 'langue', string>>;

export const blank = (lang: Locale): Typed => ({
  nom: '',
  identifiant: '',
  role: 'instructor',
  email: '',
  langue: lang,
});

export const addUserModel = (t: Catalogue, typed: Typed, slips: Problems = {}): AddUserModel => {
  const fields = new Fields(t, slips);
  const nom = fields.text({
    name: 'nom',
    label: t.fields.name,
    value: typed.nom,
    maxlength: 200,
    capitals: 'words',
  });
  const identifiant = fields.text({
    name: 'identifiant',
    label: t.fields.identifier,
    hint: t.addUser.identifierHint,
    value: typed.identifiant,
  });
  const roles = schoolRole.options
    .toReversed()
    .map((role) => [role, `${t.roles[role]} – ${t.addUser.roleHints[role]}`] as const);
  const role = fields.choice({ name: 'role', label: t.fields.role }, typed.role, roles);
  const email = fields.text({
    name: 'email',
    label: t.fields.email,
    hint: t.addUser.emailHint,
    value: typed.email,
    type: 'email',
    maxlength: 320,
  });
  const languages = Object.entries(t.addUser.languages);
  const langue = fields.choice({ name: 'langue', label: t.fields.language }, typed.langue, languages);
  const problems = problemList([nom, identifiant, role, email, langue]);
  return { nom, identifiant, role, email, langue, problems, narrow: true };
};

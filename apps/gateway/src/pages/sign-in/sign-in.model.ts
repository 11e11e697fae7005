import type { SignedIn } from '../../session/signed-in.js';
import { stepPage } from '../../session/step-first.js';
import { Fields, type KeyField, type TextField } from '../form/field.js';
import { problemList, type ProblemLine } from '../form/problem-list.js';
import type { Problems } from '../form/read-form.js';
import type { Catalogue } from '../language/catalogue.fr.js';
import { view } from '../view/views.js';

/** Somebody is signed in already: who, and where they may go on. */
type Already = Readonly<{ text: string; go: string; href: string }>;

/** What the sign-in page may have to tell, besides its form. */
export type SignInModel = Readonly<{
  identifiant: TextField;
  cle: KeyField;
  problems: readonly ProblemLine[];
  wrongPair: boolean;
  wait: string | null;
  note: string | null;
  already: Already | null;
  /** The box « je reste connecté(e) » is ticked. */
  rester: boolean;
  /** How often this browser has come back to the sign-in page in place of the page it asked for (WEB-05). */
  tour: number;
  /** Where to go afterwards, from the list of our own pages. */
  suite: string;
}>;

export const signInView = view<SignInModel>('sign-in/sign-in');

type Given = Partial<
  Pick<SignInModel, 'wrongPair' | 'wait' | 'note' | 'already' | 'rester' | 'suite' | 'tour'> & {
    typed: string;
    slips: Problems;
  }
>;

/** The one id of the sentence about the pair; both fields point to it, because it says nothing of either alone. */
const PAIR = 'paire-erreur';

export const signInModel = (t: Catalogue, given: Given = {}): SignInModel => {
  const { wrongPair = false, wait = null, note = null, already = null } = given;
  const { rester = false, suite = '/accueil', tour = 0 } = given;
  const fields = new Fields(t, given.slips ?? {});
  const about = wrongPair || wait !== null ? PAIR : null;
  const identifiant = fields.text({
    name: 'identifiant',
    label: t.fields.identifier,
    hint: t.signIn.identifierHint,
    value: given.typed ?? '',
    autocomplete: 'username',
    note: about,
  });
  const cle = fields.key({ name: 'cle', label: t.fields.key, note: about });
  const problems = problemList([identifiant, cle]);
  return { identifiant, cle, problems, wrongPair, wait, note, already, rester, suite, tour };
};

/** What to tell somebody whose browser still holds a session; null when nobody is signed in. */
export const alreadySignedIn = (t: Catalogue, signedIn: SignedIn | null): Already | null => {
  if (!signedIn) return null;
  const { level } = signedIn.session;
  return level === 'full'
    ? { text: t.signIn.already(signedIn.profile.name), go: t.signIn.alreadyGo, href: '/accueil' }
    : { ...t.signIn.missing[level], href: stepPage[level] };
};

import type { Settings } from '#settings';
import { Fields, type TextField } from '../form/field.js';
import { problemList, type ProblemLine } from '../form/problem-list.js';
import type { Problems } from '../form/read-form.js';
import type { Catalogue } from '../language/catalogue.fr.js';
import { view } from '../view/views.js';

/** How support is reached; null where nobody has said so. */
type Contact = Readonly<{ phone: string | null; phoneHref: string; email: string | null }>;

export type RecoveryModel = Readonly<{
  identifiant: TextField;
  code: TextField;
  secours: TextField;
  problems: readonly ProblemLine[];
  wrongCode: boolean;
  wait: string | null;
  contact: Contact;
  /** Something was typed and was wrong: the form comes before how to reach support. */
  codesFirst: boolean;
}>;

export const recoveryView = view<RecoveryModel>('recovery/recovery');

type Given = Readonly<{ typed?: string; slips?: Problems; wrongCode?: boolean; wait?: string | null }>;

/** The one id of the sentence about what was typed; all fields point to it, because it says nothing of one alone. */
const CODES = 'codes-erreur';

export const recoveryModel = (t: Catalogue, settings: Settings, given: Given = {}): RecoveryModel => {
  const { wrongCode = false, wait = null } = given;
  const fields = new Fields(t, given.slips ?? {});
  const note = wrongCode || wait !== null ? CODES : null;
  const identifiant = fields.text({
    name: 'identifiant',
    label: t.fields.identifier,
    value: given.typed ?? '',
    autocomplete: 'username',
    note,
  });
  const code = fields.text({
    name: 'telephone',
    label: t.recovery.code,
    hint: t.recovery.codeHint,
    maxlength: 64,
    autocomplete: 'one-time-code',
    note,
  });
  const secours = fields.text({
    name: 'secours',
    label: t.recovery.proof,
    hint: t.recovery.proofHint,
    maxlength: 64,
    optional: true,
    note,
  });
  const problems = problemList([identifiant, code, secours]);
  const codesFirst = note !== null || problems.length > 0;
  return { identifiant, code, secours, problems, wrongCode, wait, contact: contactOf(settings), codesFirst };
};

const contactOf = ({ supportPhone, supportEmail }: Settings): Contact => ({
  phone: supportPhone ?? null,
  phoneHref: `tel:${(supportPhone ?? '').replace(/[^+\d]/g, '')}`,
  email: supportEmail ?? null,
});

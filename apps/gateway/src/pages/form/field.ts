import type { Catalogue } from '../language/catalogue.fr.js';
import { problemText } from './problem-text.js';
import type { Problems } from './read-form.js';

type Shared = Readonly<{
  name: string;
  label: string;
  hint: string | null;
  problem: string | null;
  /** Ids of what explains the field to somebody who hears the page: hint, problem, and a note about the whole form. */
  describedBy: string | null;
}>;

/** Everything `text-field.hbs` shows; the autofill tokens are those of the HTML standard (KEY-02). */
export type TextField = Shared &
  Readonly<{
    value: string;
    type: 'text' | 'email' | 'search';
    maxlength: number;
    autocomplete: 'username' | 'email' | 'name' | 'one-time-code' | 'off';
    capitals: 'none' | 'words';
    optional: boolean;
  }>;

/** Everything `key-field.hbs` shows. There is no value: a typed key is never sent back. */
export type KeyField = Shared &
  Readonly<{
    autocomplete: 'current-password' | 'new-password';
    show: string;
    /** The fewest characters a new key may have, when the field counts them. */
    least: number | null;
  }>;

/** Everything `choice-field.hbs` shows. */
export type ChoiceField = Shared &
  Readonly<{ options: readonly Readonly<{ value: string; text: string; chosen: boolean }>[] }>;

type Given<Field extends Shared> = Pick<Field, 'name' | 'label'> &
  Partial<Omit<Field, 'problem' | 'describedBy'>> & { note?: string | null };

/** Makes the fields of one form, in the language of its page, with what is wrong with each. */
export class Fields {
  constructor(
    private readonly t: Catalogue,
    private readonly problems: Problems,
  ) {}

  text({ note = null, ...given }: Given<TextField>): TextField {
    return {
      value: '',
      type: 'text',
      maxlength: 256,
      autocomplete: 'off',
      capitals: 'none',
      optional: false,
      ...given,
      ...this.shared(given, note),
    };
  }

  key({ note = null, ...given }: Omit<Given<KeyField>, 'show'>): KeyField {
    return {
      autocomplete: 'current-password',
      least: null,
      ...given,
      show: this.t.fields.showKey,
      ...this.shared(given, note),
    };
  }

  choice(
    given: Pick<ChoiceField, 'name' | 'label'>,
    chosen: string,
    options: readonly (readonly [value: string, text: string])[],
  ): ChoiceField {
    return {
      ...given,
      options: options.map(([value, text]) => ({ value, text, chosen: value === chosen })),
      ...this.shared(given, null),
    };
  }

  private shared(
    { name, hint = null }: { name: string; hint?: string | null },
    note: string | null,
  ): Pick<Shared, 'hint' | 'problem' | 'describedBy'> {
    const problem = problemText(this.t, this.problems, name);
    const ids = [hint && `${name}-aide`, problem && `${name}-erreur`, note].filter(Boolean);
    return { hint, problem, describedBy: ids.length === 0 ? null : ids.join(' ') };
  }
}

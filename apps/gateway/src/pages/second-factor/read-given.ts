import { type Problems, readForm } from '../form/read-form.js';
import { codeForm, passkeyForm, recoveryCodeForm } from './second-factor.form.js';

/** The field that says which of the three forms was sent. */
export type GivenField = 'code' | 'secours' | 'reponse';

type Given = Readonly<{ field: GivenField }> &
  (
    | Readonly<{ ok: true; given: Readonly<{ code: string }> | Readonly<{ response: string }> }>
    | Readonly<{ ok: false; problems: Problems }>
  );

/** What was given as a second factor: the code of an app, a recovery code, or the answer of a passkey. */
export const readGiven = (form: Readonly<Record<string, unknown>>): Given => {
  if (form['reponse'] !== undefined) {
    const read = readForm(passkeyForm, form);
    // Nobody typed it: there is no field to point at.
    return read.ok
      ? { field: 'reponse', ok: true, given: { response: read.values.reponse } }
      : { field: 'reponse', ok: false, problems: {} };
  }
  if (form['secours'] !== undefined) {
    const read = readForm(recoveryCodeForm, form);
    return read.ok
      ? { field: 'secours', ok: true, given: { code: read.values.secours } }
      : { field: 'secours', ok: false, problems: read.problems };
  }
  const read = readForm(codeForm, form);
  return read.ok
    ? { field: 'code', ok: true, given: { code: read.values.code } }
    : { field: 'code', ok: false, problems: read.problems };
};

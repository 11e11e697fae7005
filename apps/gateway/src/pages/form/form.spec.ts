import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addUserForm } from '../add-user/add-user.form.js';
import { changeKeyForm, endSessionForm } from '../account/account.form.js';
import { chooseKeyForm } from '../choose-key/choose-key.form.js';
import { forgottenKeyForm } from '../forgotten-key/forgotten-key.form.js';
import { catalogues } from '../language/catalogues.js';
import { modifyUserForm } from '../modify-user/modify-user.form.js';
import { recoveryForm } from '../recovery/recovery.form.js';
import { codeForm, passkeyForm, recoveryCodeForm } from '../second-factor/second-factor.form.js';
import { signInForm } from '../sign-in/sign-in.form.js';
import { openCaseForm } from '../support/support.form.js';
import { answeredForm, recoveryRequestForm } from '../support-case/support-case.form.js';
import { Fields } from './field.js';
import { problemText } from './problem-text.js';
import { readForm } from './read-form.js';
import { retyped } from './retyped.js';

const forms = {
  signInForm,
  forgottenKeyForm,
  chooseKeyForm,
  changeKeyForm,
  endSessionForm,
  addUserForm,
  modifyUserForm,
};
const names = [
  'identifiant',
  'cle',
  'nouvelle',
  'confirmation',
  'email',
  'nom',
  'role',
  'langue',
  'adresse',
  'session',
];

describe('what proves who somebody is', () => {
  const asked = (...of: readonly { shape: object }[]) => of.flatMap(({ shape }) => Object.keys(shape)).sort();

  it('is no hint, no question and nothing that others know: neither of the person (KEY-15, TEL-08)', () => {
    expect(asked(signInForm)).toEqual(['cle', 'identifiant']);
    expect(asked(forgottenKeyForm)).toEqual(['email', 'identifiant']);
    // The code read out on the line, and the one that was mailed.
    expect(asked(recoveryForm)).toEqual(['identifiant', 'secours', 'telephone']);
  });

  it('nor of the operator, who has nothing to type that a caller could tell (TEL-08, KEY-15)', () => {
    expect(asked(openCaseForm, answeredForm, recoveryRequestForm)).toEqual([
      'boite',
      'ecole',
      'facteur',
      'reponse',
    ]);
  });

  it('is, beside the key, an app, a passkey or a recovery code: no mail and no SMS (MFA-07)', () => {
    expect(asked(codeForm, recoveryCodeForm, passkeyForm)).toEqual(['code', 'reponse', 'secours']);
  });
});

describe('reading forms', () => {
  it.each(Object.entries(forms))('%s has an answer to everything, in both languages (TST-25)', (_, form) => {
    const anything = fc.oneof(
      fc.anything(),
      fc.dictionary(fc.constantFrom(...names, '__proto__'), fc.anything()),
    );
    fc.assert(
      fc.property(anything, (body) => {
        const read = readForm(form, body);
        if (read.ok) return true;
        return Object.keys(read.problems).every((field) =>
          Object.values(catalogues).every((t) => (problemText(t, read.problems, field) ?? '').length > 5),
        );
      }),
    );
  });

  it.each(['\u0000', 'a\u0007b', '\ud800'])('refuses %j in a line of text', (text) => {
    const read = readForm(signInForm, { identifiant: `yann${text}`, cle: 'x' });
    expect(read).toEqual({ ok: false, problems: { identifiant: 'notValid' } });
  });

  it('takes two values under one name for a mistake', () => {
    const read = readForm(signInForm, { identifiant: ['a', 'b'], cle: 'x' });
    expect(read).toEqual({ ok: false, problems: { identifiant: 'notValid' } });
  });

  it('leaves a key exactly as typed (KEY-03)', () => {
    const cle = '  Été\tà  Binic  ';
    expect(readForm(signInForm, { identifiant: ' yann ', cle })).toEqual({
      ok: true,
      values: { identifiant: 'yann', cle },
    });
  });

  it('refuses a key of 257 characters and takes one of 256, counted as people count (KEY-03)', () => {
    const read = (length: number) => readForm(signInForm, { identifiant: 'yann', cle: '🗝'.repeat(length) });
    expect(read(256).ok).toBe(true);
    expect(read(257)).toEqual({ ok: false, problems: { cle: 'key-too-long' } });
  });
});

describe('what is shown again', () => {
  it('is one short text of the form itself', () => {
    expect(retyped({ nom: 'Inès' }, 'nom')).toBe('Inès');
    for (const body of [null, 'x', { nom: ['a'] }, { nom: 'a'.repeat(400) }])
      expect(retyped(body, 'nom')).toBe('');
    expect(retyped({}, 'toString')).toBe('');
  });

  it('is never a key', () => {
    const field = new Fields(catalogues.fr, { cle: 'required' }).key({ name: 'cle', label: 'Clé' });
    expect(field).not.toHaveProperty('value');
    expect(field.describedBy).toBe('cle-erreur');
  });
});

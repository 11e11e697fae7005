import { describe, expect, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { namesThePerson } from './names-the-person.js';
import { registered } from './user.examples.js';
import { user } from './user.js';

const person = { identifier: 'zk.2026', name: 'Hélène de La Rue', email: 'h.l@exemple.fr' };
const says = (text: string, more: object = {}) => {
  const state = given(user, registered({ ...person, ...more })).state();
  if (state.status !== 'registered') throw new Error('registered');
  return namesThePerson(text, { ...state, addresses: { ...state.addresses, second: 'autre@exemple.com' } });
};

describe('a text that would outlive the person (GDP-02)', () => {
  it.each([
    'dossier de HÉLÈNE',
    'dossier d’Helene',
    'mme (rue) a écrit',
    'compte ZK.2026',
    'reçu de h.l@exemple.fr',
    'reçu de Autre@exemple.com',
  ])('is %j', (text) => {
    expect(says(text)).toBe(true);
  });

  it.each(['dossier 114', 'demande de la personne', 'a', '', 'la  rueil'])('is not %j', (text) => {
    expect(says(text)).toBe(false);
  });

  it('is none once nothing is known of them', () => {
    expect(says('dossier de Hélène', { identifier: null, name: null, email: null })).toBe(false);
  });
});

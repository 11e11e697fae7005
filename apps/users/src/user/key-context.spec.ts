import { describe, expect, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { keyContext } from './key-context.js';
import { registered } from './user.examples.js';
import { user } from './user.js';

describe("the context of a user's key (KEY-07)", () => {
  it('is identifier, name, school and local part, whole and in words', () => {
    const state = given(user, registered()).state();
    if (state.status !== 'registered') throw new Error('registered');
    expect([...keyContext(state, 'Auto-école du Lac')].sort()).toEqual(
      ['auto', 'auto-école du lac', 'dupont', 'lac', 'marie', 'marie dupont', 'marie.dupont', 'école'].sort(),
    );
  });

  it('holds the local part of both addresses, no word of two letters, and nothing of what is forgotten', () => {
    const state = given(user, registered({ name: null, email: 'm.li--moto@exemple.fr' })).state();
    if (state.status !== 'registered') throw new Error('registered');
    const both = { ...state, addresses: { ...state.addresses, second: 'Mon-Chat@exemple.com' } };
    expect([...keyContext(both, 'Lac')].sort()).toEqual(
      ['chat', 'dupont', 'lac', 'm.li--moto', 'marie', 'marie.dupont', 'mon', 'mon-chat', 'moto'].sort(),
    );
  });
});

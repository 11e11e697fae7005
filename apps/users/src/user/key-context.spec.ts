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
});

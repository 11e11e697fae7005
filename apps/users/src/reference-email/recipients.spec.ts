import { describe, expect, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { about, asked, changed, registered } from '../user/user.examples.js';
import type { UserEvent } from '../user/user.events.js';
import { user } from '../user/user.js';
import { recipients } from './recipients.js';

const soon = '2026-11-22T09:00:00.000Z';
const to = (history: UserEvent[], of: Parameters<typeof recipients>[1], at = soon) => {
  const state = given(user, registered(), ...history).state();
  if (state.status !== 'registered') throw new Error('registered');
  return recipients(state, of, at);
};
const references = (formerToo: boolean) => ({ kind: 'references' as const, formerToo });
const side = (kind: 'change-old' | 'change-new', changeId = 'change-1') => ({ kind, changeId });
const inForce = [asked(), changed(soon)];
const both = [asked({ slot: 'second', email: 'deux@exemple.fr' }), changed(soon)];

describe('where a mail goes', () => {
  it('to every reference address (REF-03)', () => {
    expect(to([], references(false))).toEqual(['marie@exemple.fr']);
    expect(to(both, references(false))).toEqual(['marie@exemple.fr', 'deux@exemple.fr']);
    expect(to(both, { kind: 'identifier', caseId: 'c1' })).toEqual(['marie@exemple.fr', 'deux@exemple.fr']);
  });

  it('for seven days to the former one too, where a notice asks for it (REF-04)', () => {
    expect(to(inForce, references(false))).toEqual(['nouvelle@exemple.fr']);
    expect(to(inForce, references(true))).toEqual(['nouvelle@exemple.fr', 'marie@exemple.fr']);
    const lastly = to(inForce, references(true), '2026-11-29T08:59:59.999Z');
    expect(lastly).toEqual(['nouvelle@exemple.fr', 'marie@exemple.fr']);
    expect(to(inForce, references(true), '2026-11-29T09:00:00.000Z')).toEqual(['nouvelle@exemple.fr']);
    expect(to([asked()], references(true))).toEqual(['marie@exemple.fr']);
  });

  it('to both sides of a change that waits', () => {
    expect(to([asked()], side('change-new'))).toEqual(['nouvelle@exemple.fr']);
    expect(to([asked()], side('change-old'))).toEqual(['marie@exemple.fr']);
  });

  it('to every address there is, before a second one is added: none can be slipped in unseen', () => {
    const third = asked({ changeId: 'change-2', slot: 'second', email: 'trois@exemple.fr' });
    expect(to([...both, third], side('change-old', 'change-2'))).toEqual([
      'marie@exemple.fr',
      'deux@exemple.fr',
    ]);
  });

  it('after the change, to the address that was replaced', () => {
    expect(to(inForce, side('change-old'))).toEqual(['marie@exemple.fr']);
    expect(to(inForce, side('change-new'))).toEqual([]);
    expect(to(both, side('change-old'))).toEqual([]);
  });

  it('nowhere, once the mail has lost its point', () => {
    const vetoed = [asked(), about('ReferenceEmailChangeVetoed')];
    const replaced = [asked(), asked({ changeId: 'change-2' })];
    for (const history of [[], vetoed, replaced]) {
      expect(to(history, side('change-new'))).toEqual([]);
      expect(to(history, side('change-old'))).toEqual([]);
    }
    expect(to([asked()], side('change-new'), '2026-11-23T08:00:00.000Z')).toEqual([]);
  });
});

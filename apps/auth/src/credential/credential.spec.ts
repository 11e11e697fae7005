import { describe, expect, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { credential, type OpenCredential } from './credential.js';
import {
  changed,
  chosen,
  disabled,
  ended,
  erased,
  holder,
  imported,
  issued,
  opened,
  provisional,
  redeemed,
  rehashed,
  requested,
  restored,
  revoked,
  sent,
  START,
  usual,
} from './credential.examples.js';

describe('the fold of a credential', () => {
  it('knows nobody before it is opened', () => {
    expect(given(credential).state()).toEqual({ kind: 'none' });
  });

  it('has no key at first', () => {
    expect(given(credential, opened).state()).toEqual({ ...usual, epoch: 0, generation: 0, hash: null });
  });

  it.each([
    ['KeyChosen', chosen({ generation: 4, epoch: 7, hash: 'h' }), null],
    ['KeyChanged', changed({ generation: 4, epoch: 7, hash: 'h' }), 's1'],
  ])('is settled by %s alone, whatever was before (invariant 9)', (_, event, keptSession) => {
    const before = [opened, requested(), issued('i1'), disabled('too-many-failures', 1), ended(2, 's0')];
    expect(given(credential, ...before, event).state()).toEqual(given(credential, event).state());
    expect(given(credential, event).state()).toMatchObject({
      kind: 'open',
      holder,
      generation: 4,
      epoch: 7,
      hash: 'h',
      keptSession,
    });
  });

  it('keeps the key in force while another is on its way (FRG-03)', () => {
    const renewing = given(
      credential,
      chosen(),
      requested(),
      issued('i1'),
      sent('i1'),
      redeemed('i1'),
    ).state();
    expect(renewing).toMatchObject({ hash: 'hash 1', generation: 1, epoch: 1 });
  });

  it('knows an imported key until it is used, and when one was chosen through a mail (LOG-09)', () => {
    expect(given(credential, opened, imported).state()).toMatchObject({ imported: true, chosenAt: null });
    expect(given(credential, opened, imported, rehashed).state()).toMatchObject({ imported: false });
    expect(given(credential, chosen()).state()).toMatchObject({ imported: false, chosenAt: START });
    expect(given(credential, chosen(), rehashed).state()).toMatchObject({ chosenAt: START });
    expect(given(credential, chosen(), changed()).state()).toMatchObject({ chosenAt: null });
  });

  it('forgets a provisional key that another displaced, and all of them once one is redeemed (C7)', () => {
    const two = [chosen(), requested(), issued('i1'), issued('i2')];
    const three = given(credential, ...two, issued('i3', { voids: ['i1'] })).state();
    expect(three).toMatchObject({ outstanding: [provisional('i2'), provisional('i3')] });
    const used = given(credential, ...two, redeemed('i2', ['i1'])).state();
    expect(used).toMatchObject({ outstanding: [], redeemed: provisional('i2') });
  });

  it('remembers the provisional keys that were used, over every new key, and sixteen at most (KEY-13)', () => {
    const uses = Array.from({ length: 20 }, (_, number) => [issued(`i${number}`), redeemed(`i${number}`)]);
    const used = given(credential, chosen(), ...uses.flat()).state() as OpenCredential;
    expect(used.spent).toHaveLength(16);
    expect(used.spent.at(-1)).toEqual({ issueId: 'i19', selector: 'selector of i19' });
    for (const settled of [chosen({ spent: used.spent }), changed({ spent: used.spent })]) {
      const more = given(credential, settled, issued('i20'), redeemed('i20')).state() as OpenCredential;
      expect(more.spent).toEqual([...used.spent.slice(1), { issueId: 'i20', selector: 'selector of i20' }]);
    }
  });

  it('waits for a mail until one was sent, or its key used', () => {
    const requests = [{ requestId: 'r1', requestedAt: '2026-11-22T08:00:00.000Z' }];
    expect(given(credential, chosen(), requested(), issued()).state()).toMatchObject({ requests });
    expect(given(credential, chosen(), requested(), issued(), sent()).state()).toMatchObject({
      requests: [],
    });
    expect(given(credential, chosen(), requested(), issued(), redeemed()).state()).toMatchObject({
      requests: [],
    });
  });

  it('waits for the others when one of its requests is answered', () => {
    const [first, second] = ['r1', 'r2'].map((requestId) => ({ requestId, requestedAt: START }));
    const two = [chosen(), requested('r1'), requested('r2'), issued('i1')];
    expect(given(credential, ...two).state()).toMatchObject({ requests: [first, second] });
    for (const answer of [sent('i1'), redeemed('i1')]) {
      expect(given(credential, ...two, answer).state()).toMatchObject({ requests: [second] });
    }
  });

  it('has nothing outstanding once it was revoked (FRG-13) or its holder deactivated', () => {
    const history = [chosen(), requested(), issued('i1'), issued('i2')];
    expect(given(credential, ...history, revoked('i1', 'i2')).state()).toMatchObject({ outstanding: [] });
    expect(given(credential, ...history, disabled('deactivated', 2)).state()).toMatchObject({
      outstanding: [],
      requests: [],
    });
  });

  it('is nothing that one who was erased, or never was, could use (GDP-02)', () => {
    const after = [issued('i1'), rehashed, ended(4, 's1'), restored];
    expect(given(credential, chosen(), erased(2), ...after).state()).toEqual({ kind: 'none' });
    expect(given(credential, ...after).state()).toEqual({ kind: 'none' });
  });

  it('has the hash of the last rehash', () => {
    expect(given(credential, chosen(), rehashed).state()).toMatchObject({
      generation: 2,
      hash: 'hash 2',
      epoch: 1,
    });
  });

  it('remembers both reasons for which it may be disabled', () => {
    const both = [chosen(), disabled('too-many-failures', 2), disabled('deactivated', 3)];
    expect(given(credential, ...both).state()).toMatchObject({
      deactivated: true,
      disabledByFailures: true,
      epoch: 3,
    });
    expect(given(credential, ...both, restored).state()).toMatchObject({
      deactivated: false,
      disabledByFailures: true,
    });
    expect(given(credential, ...both, restored, chosen()).state()).toMatchObject({
      disabledByFailures: false,
    });
  });
});

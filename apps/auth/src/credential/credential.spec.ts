import { describe, expect, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { credential, type OpenCredential } from './credential.js';
import type { CredentialEvent } from './credential.events.js';
import {
  changed,
  chosen,
  disabled,
  END,
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

const known = (...issueIds: readonly string[]) =>
  issueIds.map((issueId) => ({ issueId, selector: `selector of ${issueId}` }));

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

  it('remembers the provisional keys that were issued, over every new key, and sixteen at most (KEY-13)', () => {
    const issues = Array.from({ length: 20 }, (_, number) => [issued(`i${number}`), redeemed(`i${number}`)]);
    const renewed = given(credential, chosen(), ...issues.flat()).state() as OpenCredential;
    expect(renewed.issued).toEqual(known(...Array.from({ length: 16 }, (_, number) => `i${number + 4}`)));
    for (const settled of [chosen({ spent: renewed.issued }), changed({ spent: renewed.issued })]) {
      const more = given(credential, settled, issued('i20')).state() as OpenCredential;
      expect(more.issued).toEqual([...renewed.issued.slice(1), ...known('i20')]);
    }
  });

  it.each([
    ['displaced', issued('i3', { voids: ['i1'] }), ['i3']],
    ['revoked', revoked('i1', 'i2'), []],
    ['beside the redeemed one', redeemed('i2', ['i1']), []],
    ['deactivated', disabled('deactivated', 2, ['i1', 'i2']), []],
    ['locked out', disabled('too-many-failures', 2), []],
    ['ended with their sessions', ended(2), []],
  ])('remembers a provisional key that is %s (KEY-13)', (_, event, more) => {
    const state = given(credential, chosen(), requested(), issued('i1'), issued('i2'), event).state();
    expect(state).toMatchObject({ issued: known('i1', 'i2', ...more) });
  });

  it('remembers what told a provisional key where its issue had it encrypted, or no more (KEY-13)', () => {
    const before = (selector: string | null) => ({
      type: 'ProvisionalKeyIssued' as const,
      data: { issueId: 'i1', requestId: 'r1', hash: null, selector, expiresAt: END, voids: [] },
    });
    const used: CredentialEvent = {
      type: 'ProvisionalKeyRedeemed',
      data: { issueId: 'i1', sessionId: 's1', selector: 'selector of i1', voids: [] },
    };
    for (const [history, issuedThen] of [
      [[before(null)], []],
      [[before('selector of i1')], known('i1')],
      [[before('selector of i1'), issued('i2'), used], known('i2', 'i1')],
      [[before(null), used], known('i1')],
      [[before(null), redeemed('i1')], []],
    ] as const) {
      expect(given(credential, chosen(), ...history).state()).toMatchObject({ issued: issuedThen });
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

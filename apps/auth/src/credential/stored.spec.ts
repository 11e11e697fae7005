import { describe, expect, it } from '@jest/globals';
import { fold } from '#event-sourcing';
import { storedEvents } from '../testing/stored-events.js';
import { credential } from './credential.js';
import type { CredentialEvent } from './credential.events.js';

const folder = new URL('./stored/', import.meta.url);

/** A type that is added here asks for its fixture; one that is renamed no longer compiles. */
const types: Readonly<Record<CredentialEvent['type'], true>> = {
  CredentialDisabled: true,
  CredentialErased: true,
  CredentialOpened: true,
  CredentialRestored: true,
  KeyChanged: true,
  KeyChosen: true,
  KeyImported: true,
  KeyRehashed: true,
  KeyRenewalRequested: true,
  ProvisionalKeyIssued: true,
  ProvisionalKeyRedeemed: true,
  ProvisionalKeySent: true,
  ProvisionalKeysRevoked: true,
  SessionsEnded: true,
};

const hashOf = (events: readonly CredentialEvent[], type: CredentialEvent['type']) =>
  events.find((event) => event.type === type)?.data as { hash: string | null; selector?: string | null };

describe('credential events as they were once stored', () => {
  it('are there for every type', async () => {
    const events = await storedEvents(credential, folder);
    expect([...new Set(events.map(({ type }) => type))].sort()).toEqual(Object.keys(types));
  });

  it('give back their protected fields', async () => {
    const events = await storedEvents(credential, folder);
    for (const type of ['KeyChosen', 'KeyChanged', 'KeyRehashed', 'ProvisionalKeyIssued'] as const) {
      expect(hashOf(events, type).hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    }
    expect(hashOf(events, 'KeyImported').hash).toMatch(/^\$2b\$05\$/);
    expect(hashOf(events, 'ProvisionalKeyIssued').selector).toBe('1b2c3d4e');
  });

  it('settle the state where they carry all of it: a sign-in reads no further back (invariant 9)', () => {
    expect(credential.settledBy).toEqual(['CredentialOpened', 'KeyChosen', 'KeyChanged', 'CredentialErased']);
  });

  it('fold into the state they meant', async () => {
    const events = await storedEvents(credential, folder);
    const until = (type: CredentialEvent['type']) =>
      fold(credential, events.slice(0, events.findIndex((event) => event.type === type) + 1));
    expect(until('ProvisionalKeyIssued')).toMatchObject({
      generation: 0,
      outstanding: [{ selector: '1b2c3d4e' }],
    });
    expect(until('ProvisionalKeyRedeemed')).toMatchObject({ outstanding: [], requests: [] });
    expect(until('KeyChosen')).toMatchObject({ generation: 1, epoch: 1, redeemed: null });
    expect(until('KeyRehashed')).toMatchObject({ generation: 2, epoch: 1 });
    expect(until('KeyChanged')).toMatchObject({ generation: 3, epoch: 2, keptSession: '5f'.repeat(32) });
    expect(until('SessionsEnded')).toMatchObject({ epoch: 3, keptSession: '5f'.repeat(32) });
    expect(until('CredentialDisabled')).toMatchObject({ epoch: 4, deactivated: true, keptSession: null });
    expect(until('CredentialRestored')).toMatchObject({ deactivated: false, holder: { role: 'manager' } });
    expect(until('CredentialErased')).toEqual({ kind: 'none' });
  });

  it('tell the provisional keys that were issued, where they have it in clear, encrypted, or only once used (KEY-13)', async () => {
    const events = await storedEvents(credential, folder);
    const since = events.slice(events.findIndex(({ type }) => type === 'CredentialErased') + 1);
    expect(since.map(({ type }) => type)).toEqual([
      'KeyChosen',
      'ProvisionalKeyIssued',
      'ProvisionalKeyRedeemed',
      'KeyChanged',
      'ProvisionalKeyIssued',
    ]);
    const known = [
      ['a3', '3d4e5f60'],
      ['a4', '4e5f6071'],
      ['a5', '5f607182'],
    ].map(([end, selector]) => ({ issueId: `0192f1c4-7d7e-4c54-9a3e-0000000000${end}`, selector }));
    const first = (count: number) => fold(credential, since.slice(0, count));
    expect(first(1)).toMatchObject({ issued: known.slice(0, 1), chosenAt: '2026-11-22T10:16:00.000Z' });
    expect(first(2)).toMatchObject({ issued: known.slice(0, 2), outstanding: [{ selector: '4e5f6071' }] });
    expect(first(3)).toMatchObject({ issued: known.slice(0, 2), outstanding: [] });
    expect(first(4)).toMatchObject({ issued: known.slice(0, 2), generation: 2 });
    expect(first(5)).toMatchObject({ issued: known, outstanding: [{ selector: '5f607182' }] });
    const hash = /^\$argon2id\$/;
    for (const at of [0, 1, 3, 4]) expect((since[at]!.data as { hash: string }).hash).toMatch(hash);
  });
});

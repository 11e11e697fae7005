import { describe, expect, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import type { IdentifierEvent } from './identifier.events.js';
import { identifier } from './identifier.js';
import { staleHolder, takeOverIdentifier } from './take-over-identifier.js';

const at = '2026-11-22T08:00:00.000Z';
const late = '2026-11-22T08:10:00.001Z';
const heldBy = (userId: string): IdentifierEvent => ({ type: 'IdentifierReserved', data: { userId, at } });
const facts = { userId: 'u2', abandonedBy: 'u1', at: late };

describe('take over an identifier', () => {
  it('questions a reservation after ten minutes, not before', () => {
    const held = given(identifier, heldBy('u1')).state();
    expect(staleHolder(held, '2026-11-22T08:10:00.000Z')).toBeNull();
    expect(staleHolder(held, late)).toBe('u1');
    expect(staleHolder(identifier.initial, late)).toBeNull();
  });

  it('passes it from a holder who never registered to the one who asks', () => {
    given(identifier, heldBy('u1'))
      .when((state) => takeOverIdentifier(state, facts))
      .records(
        { type: 'IdentifierReleased', data: { userId: 'u1' } },
        { type: 'IdentifierReserved', data: { userId: 'u2', at: late } },
      );
  });

  it('takes what is free by now', () => {
    given(identifier)
      .when((state) => takeOverIdentifier(state, facts))
      .records({ type: 'IdentifierReserved', data: { userId: 'u2', at: late } });
  });

  it('refuses when a third one was faster', () => {
    given(identifier, heldBy('u3'))
      .when((state) => takeOverIdentifier(state, facts))
      .refuses('identifier-taken');
  });

  it('records nothing when it is already theirs', () => {
    given(identifier, heldBy('u2'))
      .when((state) => takeOverIdentifier(state, facts))
      .recordsNothing();
  });
});

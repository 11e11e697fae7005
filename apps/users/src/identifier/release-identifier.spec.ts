import { describe, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import type { IdentifierEvent } from './identifier.events.js';
import { identifier } from './identifier.js';
import { releaseIdentifier } from './release-identifier.js';

const reserved: IdentifierEvent = { type: 'IdentifierReserved', data: { userId: 'u1', at: 'then' } };

describe('release an identifier', () => {
  it('frees it for others', () => {
    given(identifier, reserved)
      .when((state) => releaseIdentifier(state, { userId: 'u1' }))
      .records({ type: 'IdentifierReleased', data: { userId: 'u1' } });
  });

  it("leaves somebody else's reservation alone", () => {
    given(identifier, reserved)
      .when((state) => releaseIdentifier(state, { userId: 'u2' }))
      .recordsNothing();
  });

  it('records nothing when it is free already', () => {
    given(identifier)
      .when((state) => releaseIdentifier(state, { userId: 'u1' }))
      .recordsNothing();
  });
});

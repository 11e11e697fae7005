import { describe, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import type { IdentifierEvent } from './identifier.events.js';
import { identifier } from './identifier.js';
import { reserveIdentifier } from './reserve-identifier.js';

const at = '2026-11-22T08:00:00.000Z';
const reserved: IdentifierEvent = { type: 'IdentifierReserved', data: { userId: 'u1', at } };
const released: IdentifierEvent = { type: 'IdentifierReleased', data: { userId: 'u1' } };

describe('reserve an identifier', () => {
  it('reserves a free one', () => {
    given(identifier)
      .when((state) => reserveIdentifier(state, { userId: 'u1', at }))
      .records(reserved);
  });

  it('lets the same user ask again, and records nothing', () => {
    given(identifier, reserved)
      .when((state) => reserveIdentifier(state, { userId: 'u1', at: 'later' }))
      .recordsNothing();
  });

  it('refuses one that somebody else holds', () => {
    given(identifier, reserved)
      .when((state) => reserveIdentifier(state, { userId: 'u2', at }))
      .refuses('identifier-taken');
  });

  it('reserves one that was released', () => {
    given(identifier, reserved, released)
      .when((state) => reserveIdentifier(state, { userId: 'u2', at }))
      .records({ type: 'IdentifierReserved', data: { userId: 'u2', at } });
  });
});

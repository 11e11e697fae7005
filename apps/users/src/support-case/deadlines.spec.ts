import { describe, expect, it } from '@jest/globals';
import {
  callHoldsUntil,
  codeExpiry,
  heldAfterRecovery,
  heldWhileChoosing,
  reliableFrom,
} from './deadlines.js';

const at = '2026-11-22T08:00:00.000Z';

describe('how long what support does holds', () => {
  it.each([
    ['an answered call speaks half an hour (TEL-02)', callHoldsUntil, '2026-11-22T08:30:00.000Z'],
    ['a changed number can be relied on after 30 days (TEL-03)', reliableFrom, '2026-12-22T08:00:00.000Z'],
    ['a code is good for ten minutes (TEL-05)', codeExpiry, '2026-11-22T08:10:00.000Z'],
    ['contacts are held for two hours while a key is chosen', heldWhileChoosing, '2026-11-22T10:00:00.000Z'],
    ['and for 72 after a recovery (TEL-09)', heldAfterRecovery, '2026-11-25T08:00:00.000Z'],
  ])('%s', (_, deadline, until) => {
    expect(deadline(at)).toBe(until);
  });
});

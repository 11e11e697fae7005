import { describe, expect, it } from '@jest/globals';
import { declaredRetention } from '#event-store';
import { explainAbsence } from './absence.js';

const at = Date.parse('2026-11-22T08:00:00.000Z');
const HOUR = 3_600_000;
const leaf = (category: string, time: number | null = at) => ({
  position: 1,
  category,
  at: time,
  eventHash: '',
});
const explain = (category: string, hours: number, time: number | null = at) =>
  explainAbsence(leaf(category, time), at + hours * HOUR, declaredRetention);

describe('an event that is gone', () => {
  it('left by retention once its time was over, and not before', () => {
    expect(explain('attempts', 25)).toBe('retention');
    expect(explain('attempts', 24)).toBeUndefined();
    expect(explain('session', 31 * 24)).toBe('retention');
    expect(explain('session', 30 * 24)).toBeUndefined();
  });

  it('is a finding for ever where nothing declares its retention', () => {
    expect(explain('credential', 1e6)).toBeUndefined();
    expect(explain('user', 1e6)).toBeUndefined();
    expect(explain('checkpoint', 1e6)).toBeUndefined();
  });

  it('is a finding when it does not say when it happened', () => {
    expect(explain('attempts', 1e6, null)).toBeUndefined();
  });

  it('was a data key, which may be destroyed at any time (invariant 10)', () => {
    expect(explain('data-key', 0, null)).toBe('data-key-destroyed');
    expect(explain('data', 1e6)).toBeUndefined();
  });
});

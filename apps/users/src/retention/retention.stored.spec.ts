import { describe, expect, it } from '@jest/globals';
import { fold } from '#event-sourcing';
import { storedEvents } from '../stored-events.harness.js';
import { retention } from './retention.js';

describe('retention events as they were stored', () => {
  it('still read and fold', async () => {
    const { aggregates, recorded, types } = await storedEvents(new URL('./stored', import.meta.url));
    expect(types).toEqual(['RetentionApplied', 'RetentionApplied']);
    const events = await Promise.all(recorded.map((event) => aggregates.decode(retention, event)));
    expect(fold(retention, events)).toEqual({ lastAt: '2026-11-23T08:00:00.000Z' });
  });
});

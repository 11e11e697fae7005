import { describe, expect, it } from '@jest/globals';
import { storedEvents } from '../stored-events.harness.js';
import type { SchoolEvent } from './school.events.js';
import { school } from './school.js';

const everyType: Record<SchoolEvent['type'], true> = {
  SchoolRegistered: true,
  ManagerPhoneChanged: true,
  ManagerAdmitted: true,
  ManagerWithdrawn: true,
};

describe('school events as they were stored', () => {
  it('are of every type there is', async () => {
    const { types } = await storedEvents(new URL('./stored', import.meta.url));
    expect([...new Set(types)].sort()).toEqual(Object.keys(everyType).sort());
  });

  it('still read, decrypt and fold', async () => {
    const { aggregates, recorded } = await storedEvents(new URL('./stored', import.meta.url));
    const first = recorded.find(({ type }) => type === 'SchoolRegistered')!;
    const { managerPhone } = (await aggregates.decode(school, first)).data as { managerPhone: string };
    expect(managerPhone).toMatch(/^\+336\d{8}$/);
    expect((await aggregates.load(school, 's1')).state).toEqual({
      status: 'registered',
      name: 'Auto-école du Lac',
      managerUserId: 'm1',
      managerPhone: '+33611223344',
      phoneChangedAt: '2026-11-22T08:00:00.000Z',
      managers: [],
    });
  });
});

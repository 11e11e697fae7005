import { describe, expect, it } from '@jest/globals';
import { fold } from '#event-sourcing';
import { storedEvents } from '../testing/stored-events.js';
import { factorUse } from './factor-use.js';
import type { FactorUseEvent } from './factor-use.events.js';

const folder = new URL('./stored/', import.meta.url);
const types: Readonly<Record<FactorUseEvent['type'], true>> = {
  PasskeyCounterWentBack: true,
  PasskeyUsed: true,
  TotpUsed: true,
};

describe('uses of second factors as they were once stored', () => {
  it('are there for every type', async () => {
    const events = await storedEvents(factorUse, folder);
    expect(events.map(({ type }) => type).sort()).toEqual(Object.keys(types));
  });

  it('settle the state, each of them: one is read, however many there are (invariant 9)', () => {
    expect(factorUse.settledBy?.toSorted()).toEqual(Object.keys(types));
  });

  it('fold into the state they meant', async () => {
    const events = await storedEvents(factorUse, folder);
    const totp = { factorId: '0192f1c4-7d7e-4c54-9a3e-0000000000f1', step: 59660000 };
    expect(fold(factorUse, events.slice(0, 1))).toEqual({ totp, counters: {} });
    const counters = { '0192f1c4-7d7e-4c54-9a3e-0000000000f3': 7 };
    expect(fold(factorUse, events.slice(0, 2))).toEqual({ totp, counters });
    expect(fold(factorUse, events)).toEqual({ totp, counters });
  });
});

import { describe, expect, it } from '@jest/globals';
import { fold } from '#event-sourcing';
import { storedEvents } from '../testing/stored-events.js';
import { factors } from './factors.js';
import type { FactorsEvent } from './factors.events.js';

const folder = new URL('./stored/', import.meta.url);
const types: Readonly<Record<FactorsEvent['type'], true>> = {
  FactorGraceBegan: true,
  FactorRemoved: true,
  FactorsReset: true,
  FactorsResetByCase: true,
  PasskeyAdded: true,
  RecoveryCodeReplaced: true,
  RecoveryCodeUsed: true,
  RecoveryCodesIssued: true,
  TotpConfirmed: true,
  TotpEnrolled: true,
};

describe('events of second factors as they were once stored', () => {
  it('are there for every type', async () => {
    const events = await storedEvents(factors, folder);
    expect(events.map(({ type }) => type).sort()).toEqual(Object.keys(types));
  });

  it('fold into the state they meant, and give back their protected fields (MFA-04, MFA-05)', async () => {
    const events = await storedEvents(factors, folder);
    const until = (type: FactorsEvent['type']) =>
      fold(factors, events.slice(0, events.findIndex((event) => event.type === type) + 1));
    expect(until('FactorGraceBegan')).toMatchObject({ graceUntil: '2026-11-29T08:00:00.000Z', totp: null });
    expect(until('TotpEnrolled')).toMatchObject({ pending: { secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' } });
    expect(until('TotpConfirmed')).toMatchObject({
      pending: null,
      totp: { secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' },
    });
    expect(until('RecoveryCodesIssued').codes?.hashes).toHaveLength(10);
    expect(until('PasskeyAdded')).toMatchObject({ passkeys: [{ publicKey: 'pQECAyYgASFYIA', counter: 0 }] });
    expect(until('RecoveryCodeUsed')).toMatchObject({ codes: { used: [4] } });
    const replaced = events.find(({ type }) => type === 'RecoveryCodeReplaced');
    expect(replaced?.data).toMatchObject({ number: 4, hash: 'hash of another code' });
    expect(until('FactorRemoved')).toMatchObject({ totp: null, passkeys: [{ device: 'Firefox, Windows' }] });
    expect(until('FactorsReset')).toMatchObject({ totp: null, passkeys: [], codes: null });
    expect(until('FactorsResetByCase')).toMatchObject({
      graceUntil: '2026-11-22T09:08:00.000Z',
      resetByCase: { caseId: 'case-1' },
    });
  });
});

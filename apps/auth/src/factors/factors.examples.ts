import type { FactorsEvent, Passkey } from './factors.events.js';

/** Events to begin a spec with. */
export const START = '2026-11-22T08:00:00.000Z';

export const enrolled = (factorId = 'app', voids: string | null = null): FactorsEvent => ({
  type: 'TotpEnrolled',
  data: { factorId, secret: `secret of ${factorId}`, voids },
});

export const confirmed = (factorId = 'app', replaces: string | null = null, first = true): FactorsEvent => ({
  type: 'TotpConfirmed',
  data: { factorId, replaces, first, addedAt: START },
});

export const passkey = (factorId = 'p1'): Passkey => ({
  factorId,
  credentialId: `credential of ${factorId}`,
  publicKey: 'public key',
  counter: 0,
  transports: ['internal'],
  device: 'Firefox, Linux',
  addedAt: START,
});

export const added = (factorId = 'p1', first = true): FactorsEvent => ({
  type: 'PasskeyAdded',
  data: { ...passkey(factorId), first },
});

const hashes = Array.from({ length: 10 }, (_, number) => `hash${number}`).join(' ');
export const newCodes = (setId = 'set') => ({ setId, hashes });

export const issued = (setId = 'set', voids: string | null = null, first = true): FactorsEvent => ({
  type: 'RecoveryCodesIssued',
  data: { ...newCodes(setId), voids, first },
});

export const codeUsed = (number: number, left: number): FactorsEvent => ({
  type: 'RecoveryCodeUsed',
  data: { setId: 'set', number, left },
});

export const began = (until = '2026-11-29T08:00:00.000Z'): FactorsEvent => ({
  type: 'FactorGraceBegan',
  data: { until },
});

/** An app in force, and recovery codes. */
export const app: readonly FactorsEvent[] = [enrolled(), confirmed(), issued()];

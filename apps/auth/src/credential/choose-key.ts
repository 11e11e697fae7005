import { records, refuses, type Decision } from '#event-sourcing';
import type { SessionLevel } from '#contracts';
import type { Credential } from './credential.js';
import type { KeyChosen } from './credential.events.js';
import { sessionHolds, type HeldSession } from './session-holds.js';
import { voided } from './voided.js';

type Facts = Readonly<{
  session: HeldSession & Readonly<{ level: SessionLevel }>;
  /** Whether the new key is the one in force, or a provisional one (KEY-13). */
  isCurrent: boolean;
  wasProvisional: boolean;
  hash: string;
  at: string;
}>;

type Refusal = 'no-session' | 'key-is-current' | 'key-was-provisional';

/**
 * Chooses a key in the session a provisional key opened. One event: the old key, every provisional key and every session
 * are over, and there is no second write to lose (FRG-04). A key disabled by failures is thereby restored.
 */
export const chooseKey = (
  credential: Credential,
  { session, isCurrent, wasProvisional, hash, at }: Facts,
): Decision<KeyChosen, Refusal> => {
  if (credential.kind === 'none' || session.level !== 'choose-key') return refuses('no-session');
  if (!sessionHolds(credential, session)) return refuses('no-session');
  if (isCurrent) return refuses('key-is-current');
  if (wasProvisional) return refuses('key-was-provisional');
  return records({
    type: 'KeyChosen',
    data: {
      holder: credential.holder,
      generation: credential.generation + 1,
      epoch: credential.epoch + 1,
      hash,
      voids: voided(credential),
      spent: credential.issued,
      chosenAt: at,
    },
  });
};

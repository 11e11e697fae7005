import { records, refuses, type Decision } from '#event-sourcing';
import type { SessionLevel } from '#contracts';
import type { Credential } from './credential.js';
import type { KeyChanged } from './credential.events.js';
import { sessionHolds, type HeldSession } from './session-holds.js';
import { voided } from './voided.js';

type Facts = Readonly<{
  session: HeldSession & Readonly<{ level: SessionLevel }>;
  /** Whether the key that was typed as the current one is. */
  isRight: boolean;
  isCurrent: boolean;
  wasProvisional: boolean;
  hash: string;
}>;

type Refusal = 'no-session' | 'wrong-key' | 'key-is-current' | 'key-was-provisional';

/** Changes the key from a full session, which goes on; every other session ends (KEY-13). */
export const changeKey = (
  credential: Credential,
  { session, isRight, isCurrent, wasProvisional, hash }: Facts,
): Decision<KeyChanged, Refusal> => {
  if (credential.kind === 'none' || session.level !== 'full') return refuses('no-session');
  if (!sessionHolds(credential, session)) return refuses('no-session');
  if (!isRight || credential.disabledByFailures) return refuses('wrong-key');
  if (isCurrent) return refuses('key-is-current');
  if (wasProvisional) return refuses('key-was-provisional');
  return records({
    type: 'KeyChanged',
    data: {
      holder: credential.holder,
      generation: credential.generation + 1,
      epoch: credential.epoch + 1,
      hash,
      voids: voided(credential),
      spent: credential.issued,
      keptSession: session.sessionId,
    },
  });
};

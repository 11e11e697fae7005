import { mayBeRemembered } from './may-be-remembered.js';
import type { Family } from './remember.events.js';

/** A credential as far as a remembered browser cares. */
export type Holding = Readonly<{
  role: string;
  epoch: number;
  generation: number;
  keptSession: string | null;
  deactivated: boolean;
}>;

/**
 * Whether the credential still carries this family. A new key, and whatever else begins an epoch, kills it (SES-07). Ending all
 * other sessions spares the browser it was asked from: its session was kept, and the key is the same.
 */
export const familyHolds = (
  { role, epoch, generation, keptSession, deactivated }: Holding,
  family: Pick<Family, 'epoch' | 'generation' | 'sessionId'>,
): boolean =>
  !deactivated &&
  mayBeRemembered(role) &&
  (family.epoch === epoch || (family.sessionId === keptSession && family.generation === generation));

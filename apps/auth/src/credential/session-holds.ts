import type { OpenCredential } from './credential.js';

/** A session as far as the credential cares. */
export type HeldSession = Readonly<{ sessionId: string; epoch: number }>;

/**
 * Whether the credential still carries this session: it was opened in the present epoch, or it is the one that the event
 * which began this epoch let go on. Epochs make one append end every session of a person.
 */
export const sessionHolds = (
  { epoch, keptSession, deactivated }: OpenCredential,
  session: HeldSession,
): boolean => !deactivated && (session.epoch === epoch || session.sessionId === keptSession);

import type { Credential } from './credential.js';

/** What a credential opened at an instant. */
export type CredentialAccess = Readonly<{
  /** What opens the door: the chosen key, a provisional key alone, or nothing. */
  opens: 'key' | 'provisional-key' | 'nothing';
  /** Generation of the active key; 0 without any. */
  generation: number;
  /** Sessions of an earlier epoch have ended. */
  epoch: number;
  /** When each provisional key that can still be used expires. */
  provisionalKeysUntil: string[];
  disabledByFailures: boolean;
  deactivated: boolean;
}>;

/** Reads it off the state at that instant. */
export const credentialAccess = (credential: Credential, at: string): CredentialAccess => {
  const open = credential.kind === 'open' ? credential : undefined;
  const outstanding = (open?.outstanding ?? []).filter(({ expiresAt }) => expiresAt > at);
  const deactivated = open?.deactivated ?? false;
  const disabledByFailures = open?.disabledByFailures ?? false;
  const hasKey = open !== undefined && open.hash !== null && !deactivated && !disabledByFailures;
  const hasProvisional = outstanding.length > 0 && !deactivated;
  return {
    opens: hasKey ? 'key' : hasProvisional ? 'provisional-key' : 'nothing',
    generation: open?.generation ?? 0,
    epoch: open?.epoch ?? 0,
    provisionalKeysUntil: outstanding.map(({ expiresAt }) => expiresAt),
    disabledByFailures,
    deactivated,
  };
};

/** The data key that the secret of an app, or a passkey's public key, is encrypted under; destroyed when the factor goes. */
export const factorKey = (factorId: string): string => `factor-${factorId}`;

/** The data key that the hashes of a set of recovery codes are encrypted under; destroyed when another set takes its place. */
export const codesKey = (setId: string): string => `recovery-codes-${setId}`;

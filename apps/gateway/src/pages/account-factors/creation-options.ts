import type { Profile } from '#contracts';

type Asked = Readonly<{
  challenge: string;
  credentials: readonly Readonly<{ id: string; transports: readonly string[] }>[];
}>;

/** EdDSA, ES256 and RS256: what auth can check (RFC 9053, 2.1 and 2.2; RFC 8812, 2). */
const ALGORITHMS = [-8, -7, -257];

/**
 * What `navigator.credentials.create` is asked, as JSON (WebAuthn Level 3, 5.4). The person is verified by finger, face or PIN;
 * the user's id is random and says nothing. No attestation: which maker a passkey has is nobody's business.
 */
export const creationOptions = (
  rpId: string,
  { userId, identifier, name }: Pick<Profile, 'userId' | 'identifier' | 'name'>,
  { challenge, credentials }: Asked,
): string =>
  JSON.stringify({
    challenge,
    rp: { id: rpId, name: 'Trousseau' },
    user: { id: Buffer.from(userId).toString('base64url'), name: identifier, displayName: name },
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
    excludeCredentials: credentials,
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    attestation: 'none',
    timeout: 300_000,
  });

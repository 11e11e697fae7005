import type { JWK } from 'jose';

/** A key that signs tokens for internal services (Ed25519), from an instant on. `kid` names it in every token. */
export type TokenKey = Readonly<{
  kid: string;
  /** ISO 8601. Before it the key is only announced, so that whoever verifies tokens knows it in time. */
  signsFrom: string;
  publicJwk: JWK;
  privateJwk: JWK;
}>;

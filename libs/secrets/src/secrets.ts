import type { JWK } from 'jose';
import type { TokenKeyFile } from './token-keys/token-key-file.js';

/** The keys of an installation. They live in files outside the event store and never in the repository (EVT-13). */
export type Secrets = Readonly<{
  /** Wrap every data key (AES-256): the first wraps, each of them opens. At most two. */
  masterKeys: readonly Buffer[];
  /** Digests of identifiers and throttle buckets (HMAC). */
  identifierDigestKey: Buffer;
  /** Signatures of the links in mails. */
  linksKey: Buffer;
  /** Signatures of device cookies (LOG-07). */
  devicesKey: Buffer;
  /** Successors of remember-me cookies and the sessions they open; the gateway's alone (SES-05). */
  rememberKey: Buffer;
  /** Cross-site request forgery tokens (WEB-02). */
  csrfKey: Buffer;
  /** Encrypt requests and replies on Kafka (AES-256): the first is used to encrypt, each of them opens. At most two. */
  busKeys: readonly Buffer[];
  /** What only auth can open; the private half is auth's alone. */
  sealing: Readonly<{ publicJwk: JWK; privateJwk: JWK }>;
  /** Sign tokens for internal services; the private halves are auth's alone (SES-14). */
  tokenKeys: TokenKeyFile;
  /** Signs the checkpoints of the log (Ed25519), `kid` is the log's name; the private half is the notary's alone (EVT-12). */
  notary: Readonly<{ publicJwk: JWK; privateJwk: JWK }>;
}>;

import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '#platform';
import type { Settings } from '#settings';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { Passkey } from './factors.events.js';

/** What a new passkey told of itself. */
export type NewPasskey = Pick<Passkey, 'credentialId' | 'counter' | 'transports'> &
  Readonly<{ publicKey: string }>;

const parsed = (response: string): unknown => {
  try {
    return JSON.parse(response);
  } catch {
    return null;
  }
};

/** Loaded with the first passkey: it would make every start a third of a second longer. */
const webAuthn = () => import('@simplewebauthn/server');

/** Ids are base64url and short; transports are words of the browser that we give back to it. */
const CREDENTIAL_ID = /^[A-Za-z0-9_-]{1,1364}$/;
const TRANSPORT = /^[a-z-]{1,20}$/;

/**
 * Checks what passkeys answer: type, challenge, origin, the hash of our name, presence and verification of the person, signature
 * (WebAuthn Level 3, 7.1 and 7.2; MFA-03). Counters are judged where they are remembered, not here.
 */
@Injectable()
export class Passkeys {
  private readonly expected: Readonly<{ expectedOrigin: string; expectedRPID: string }>;

  constructor(@Inject(SETTINGS) { publicUrl }: Settings) {
    const { origin, hostname } = new URL(publicUrl);
    this.expected = { expectedOrigin: origin, expectedRPID: hostname };
  }

  /** 256 random bits. */
  challenge(): string {
    return randomBytes(32).toString('base64url');
  }

  /** The passkey that was made for this challenge, or null. */
  async added(response: string, challenge: string): Promise<NewPasskey | null> {
    const { verifyRegistrationResponse } = await webAuthn();
    try {
      const { verified, registrationInfo } = await verifyRegistrationResponse({
        response: parsed(response) as RegistrationResponseJSON,
        expectedChallenge: challenge,
        ...this.expected,
        requireUserVerification: true,
      });
      if (!verified || !CREDENTIAL_ID.test(registrationInfo.credential.id)) return null;
      const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
      return {
        credentialId: id,
        publicKey: Buffer.from(publicKey).toString('base64url'),
        counter,
        transports: transports.filter((one) => TRANSPORT.test(one)).slice(0, 8),
      };
    } catch {
      // Whatever is wrong with it, it is no answer to our question; what exactly, is nobody's business.
      return null;
    }
  }

  /** The passkey of these that signed this challenge, and what its counter says; null when none did. */
  async used(response: string, challenge: string, known: readonly Passkey[]) {
    const answer = parsed(response) as AuthenticationResponseJSON | null;
    const passkey = known.find(({ credentialId }) => credentialId === answer?.id);
    if (answer === null || passkey === undefined || passkey.publicKey === null) return null;
    const { verifyAuthenticationResponse } = await webAuthn();
    try {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response: answer,
        expectedChallenge: challenge,
        ...this.expected,
        requireUserVerification: true,
        // 0: a counter that went back must be remembered, and the library would only throw.
        credential: {
          id: passkey.credentialId,
          publicKey: Buffer.from(passkey.publicKey, 'base64url'),
          counter: 0,
        },
      });
      return verified ? { passkey, counter: authenticationInfo.newCounter } : null;
    } catch {
      return null;
    }
  }
}

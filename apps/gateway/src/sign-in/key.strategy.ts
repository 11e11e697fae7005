import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-local';
import { networkPrefix } from '../network/network-prefix.js';
import { browserInWords } from './browser-in-words.js';
import type { SignInDesk } from './sign-in-desk.js';
import type { SignInOutcome } from './sign-in-outcome.js';
import { isTypedIdentifier, isTypedKey } from './typed-text.js';

/**
 * All that passport-local is shown of a request. There is no `query`: it would look for the key there too, and a secret
 * never stands in a URL (WEB-08).
 */
export type SignInRequest = Readonly<{
  body: unknown;
  from: FastifyRequest;
  device: string | undefined;
  /** The box « je reste connecté(e) » was ticked. */
  remember: boolean;
}>;

/**
 * passport-local with the field names of one door, the pages' or the API's. A refused pair is an outcome here and not a
 * failure of Passport's: both doors have more to say about it than 401.
 */
export const keyStrategy = (name: string, identifierField: string, keyField: string) => {
  abstract class KeyStrategy extends PassportStrategy(Strategy, name) {
    protected abstract readonly desk: SignInDesk;

    constructor() {
      super({ usernameField: identifierField, passwordField: keyField, passReqToCallback: true });
    }

    async validate(request: SignInRequest, identifier: unknown, key: unknown): Promise<SignInOutcome> {
      if (!isTypedIdentifier(identifier) || !isTypedKey(key)) {
        return { outcome: 'refused', reason: 'not-readable' };
      }
      return this.desk.signIn({
        identifier,
        key,
        network: networkPrefix(request.from.ip),
        device: request.device,
        remember: request.remember,
        userAgent: browserInWords(request.from.headers['user-agent']),
      });
    }
  }
  return KeyStrategy;
};

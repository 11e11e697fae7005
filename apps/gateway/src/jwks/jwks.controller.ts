import { Controller, Get, Header, Inject } from '@nestjs/common';
import { OpenToAll } from '../session/access.js';
import { TokenKeys } from './token-keys.js';

/** The public keys of tokens, for services that verify them without asking us (RFC 7517). */
@Controller()
@OpenToAll()
export class JwksController {
  constructor(@Inject(TokenKeys) private readonly keys: TokenKeys) {}

  /** May be kept for five minutes: a new key is announced for fifteen before it signs. */
  @Get('.well-known/jwks.json')
  @Header('content-type', 'application/jwk-set+json')
  @Header('cache-control', 'public, max-age=300')
  async read(): Promise<string> {
    return JSON.stringify({ keys: await this.keys.published() });
  }
}

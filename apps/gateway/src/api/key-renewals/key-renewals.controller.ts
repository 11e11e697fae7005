import { Controller, Inject, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { preferredLocale } from '../../language/preferred-locale.js';
import { networkPrefix } from '../../network/network-prefix.js';
import { KeyRenewalDesk } from '../../sign-in/key-renewal-desk.js';
import { done } from '../done.js';
import { Input } from '../input.decorator.js';
import { Operates } from '../operates.decorator.js';
import type { InputOf } from '../operation.js';
import { askKeyRenewal } from './ask-key-renewal.operation.js';

@Controller()
export class KeyRenewalsController {
  constructor(@Inject(KeyRenewalDesk) private readonly desk: KeyRenewalDesk) {}

  @Operates(askKeyRenewal)
  async ask(@Input() { body }: InputOf<typeof askKeyRenewal>, @Req() request: FastifyRequest): Promise<void> {
    const network = networkPrefix(request.ip);
    const locale = preferredLocale(request.headers['accept-language']);
    done(await this.desk.ask({ ...body, network, locale }));
  }
}

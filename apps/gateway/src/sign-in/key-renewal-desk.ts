import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Locale, RequestKeyRenewal } from '#contracts';
import { Sealer } from '#sealing';
import { ServiceBus } from '#service-bus';

/** What somebody typed who lost their key, and what is known of where. */
export type TypedRenewal = Readonly<{
  identifier: string;
  email: string;
  /** From `networkPrefix`. */
  network: string;
  /** Language of the mail. */
  locale: Locale;
}>;

/** Hands requests for a provisional key to auth, sealed and bound to the command: not even the bus learns who asks (LOG-10). */
@Injectable()
export class KeyRenewalDesk {
  constructor(
    @Inject(ServiceBus) private readonly bus: ServiceBus,
    @Inject(Sealer) private readonly sealer: Sealer,
  ) {}

  /** The reply says nothing about the pair (FRG-06); `busy` is the only refusal. */
  async ask({ identifier, email, network, locale }: TypedRenewal) {
    const commandId = randomUUID();
    const sealedRequest = await this.sealer.seal({ identifier, email, binding: commandId });
    return this.bus.ask(RequestKeyRenewal, { commandId, sealedRequest, network, locale });
  }
}

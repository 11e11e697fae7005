import { Inject, Injectable } from '@nestjs/common';
import { GetRecipient } from '#contracts';
import { SECRETS } from '#platform';
import { digestOf, type Secrets } from '#secrets';
import { ServiceBus } from '#service-bus';
import type { Recipient } from '../letter/mailing.js';
import { mailingFor } from '../letter/mailings.js';
import type { MailKind, RequestOf } from '../mail/mail-request.js';
import type { Attempt } from './attempt.js';

/** Where a letter goes: the address, and the digest by which its arrival is remembered. */
export type Destination = Readonly<{ to: string; address: string }>;

/** Asks users who a mail is for, at the moment it is sent: an address is never stored here. */
@Injectable()
export class Recipients {
  constructor(
    private readonly bus: ServiceBus,
    @Inject(SECRETS) private readonly secrets: Secrets,
  ) {}

  /** The recipient and the addresses that do not have this mail yet, or null when there is nobody to write to. */
  async of({
    mailId,
    request,
    reached,
  }: Attempt): Promise<{ recipient: Recipient; destinations: readonly Destination[] } | null> {
    const of = mailingFor<MailKind>(request as RequestOf<MailKind>).audience(request);
    const reply = await this.bus.ask(GetRecipient, { userId: request.userId, of });
    if (reply.outcome === 'refused' || reply.addresses.length === 0) return null;
    const destinations = [...new Set(reply.addresses)].map((to) => ({
      to,
      // Keyed, and with the mail's id: two mails to one address do not show that it is one.
      address: digestOf(this.secrets.linksKey, 'mail-address', mailId, to),
    }));
    return {
      recipient: reply,
      destinations: destinations.filter(({ address }) => !reached.includes(address)),
    };
  }
}

import { Injectable } from '@nestjs/common';
import { Clock } from '#platform';
import type { Letter } from '../letter/letter.js';
import { MailLinks } from '../letter/mail-links.js';
import type { Facts, Recipient } from '../letter/mailing.js';
import { mailingFor } from '../letter/mailings.js';
import { writeLetter } from '../letter/write-letter.js';
import { carriesKey, type MailKind, type MailRequest, type RequestOf } from '../mail/mail-request.js';
import { ProvisionalKeys } from '../provisional-key/provisional-keys.step.js';

/** Writes the letter of an attempt; one that carries a key gets a new one, recorded by auth before it is mailed (FRG-15). */
@Injectable()
export class Letters {
  constructor(
    private readonly keys: ProvisionalKeys,
    private readonly links: MailLinks,
    private readonly clock: Clock,
  ) {}

  async write(
    request: MailRequest,
    recipient: Recipient,
  ): Promise<{ letter: Letter; issueId: string | null } | 'not-wanted' | 'busy'> {
    const issued = carriesKey(request) ? await this.keys.issue(request) : null;
    if (typeof issued === 'string') return issued;
    const letter = writeLetter(mailingFor<MailKind>(request as RequestOf<MailKind>), recipient, {
      request,
      locale: 'locale' in request ? request.locale : recipient.locale,
      links: this.links,
      now: this.clock.now(),
      issued,
    } as Facts<MailKind>);
    return { letter, issueId: issued?.issueId ?? null };
  }
}

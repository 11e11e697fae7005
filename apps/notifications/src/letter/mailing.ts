import type { GetRecipient, Locale, PayloadOf, ReplyOf } from '#contracts';
import type { KeyMailRequest, MailKind, RequestOf } from '../mail/mail-request.js';
import type { MailLinks } from './mail-links.js';
import type { Template, Words } from './template.js';

export type Audience = PayloadOf<typeof GetRecipient>['of'];
export type Recipient = Extract<ReplyOf<typeof GetRecipient>, { outcome: 'done' }>;

/** A provisional key that auth has recorded. It lives in this object until the mail server has it, and nowhere else (FRG-15). */
export type IssuedKey = Readonly<{ key: string; issueId: string; expiresAt: string }>;

/** What a letter may be written from. */
export type Facts<Kind extends MailKind> = Readonly<{
  request: RequestOf<Kind>;
  locale: Locale;
  links: MailLinks;
  now: string;
}> &
  (RequestOf<Kind> extends KeyMailRequest ? Readonly<{ issued: IssuedKey }> : unknown);

/** One kind of mail: who gets it, and the words its content file names beside those of the recipient. */
export type Mailing<Kind extends MailKind> = Readonly<{
  template: Template;
  audience(request: RequestOf<Kind>): Audience;
  words(facts: Facts<Kind>): Words;
}>;

import { Injectable } from '@nestjs/common';
import { SignedLinks } from '#links';

/** What a link about an address entitles its holder to. */
export type EmailLink = Readonly<{
  intent: 'confirm-new' | 'accept-old' | 'veto';
  userId: string;
  changeId: string;
}>;

const intents = new Map<string, EmailLink['intent']>([
  ['email-confirm-new', 'confirm-new'],
  ['email-accept-old', 'accept-old'],
  ['email-veto', 'veto'],
]);

/** Reads the signed links that mails about a change of address carry. */
@Injectable()
export class EmailLinks {
  constructor(private readonly links: SignedLinks) {}

  /** A link of another kind (such as "not me") is not valid here, however well it is signed. */
  open(value: string, now: string): EmailLink | 'expired' | 'link-not-valid' {
    const link = this.links.open(value, now);
    if (link === null) return 'link-not-valid';
    if (link === 'expired') return 'expired';
    const intent = intents.get(link.kind);
    return intent === undefined ? 'link-not-valid' : { intent, userId: link.userId, changeId: link.ref };
  }
}

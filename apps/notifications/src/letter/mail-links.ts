import type { SignedLinks } from '#links';
import { secondsAfter } from '../mail/instant.js';

const HOUR = 3600;
const DAY = 24 * HOUR;

/** The addresses a letter leads to. They begin with the configured address of the portal, never with a Host header (FRG-12). */
export class MailLinks {
  constructor(
    private readonly publicUrl: string,
    private readonly signed: SignedLinks,
  ) {}

  signIn = (): string => `${this.publicUrl}/connexion`;
  forgottenKey = (): string => `${this.publicUrl}/cle-oubliee`;
  /** How to reach support, and where its code is typed (FRG-05). */
  support = (): string => `${this.publicUrl}/connexion/assistance`;

  /** Whoever reads an address stops a recovery by phone, for seven days (TEL-07). */
  stopRecovery = (userId: string, caseId: string, askedAt: string): string =>
    `${this.publicUrl}/opposition/${this.sign('recovery-veto', userId, caseId, secondsAfter(askedAt, 7 * DAY))}`;

  /** "Ce n'est pas moi": makes outstanding provisional keys void, for 24 hours (FRG-13). */
  notMe = (userId: string, issueId: string, now: string): string =>
    `${this.publicUrl}/pas-moi/${this.sign('not-me', userId, issueId, secondsAfter(now, DAY))}`;

  /** The new address confirms within 24 hours of the request (REF-02). */
  confirmNew = (userId: string, changeId: string, askedAt: string): string =>
    this.aboutChange('email-confirm-new', userId, changeId, secondsAfter(askedAt, DAY));

  /** The old address accepts. */
  acceptOld = (userId: string, changeId: string, askedAt: string): string =>
    this.aboutChange('email-accept-old', userId, changeId, secondsAfter(askedAt, 7 * DAY));

  /** The old address vetoes, for seven days (REF-04). */
  veto = (userId: string, changeId: string, askedAt: string): string =>
    this.aboutChange('email-veto', userId, changeId, secondsAfter(askedAt, 7 * DAY));

  private aboutChange(kind: string, userId: string, changeId: string, expiresAt: string): string {
    return `${this.publicUrl}/lien/${this.sign(kind, userId, changeId, expiresAt)}`;
  }

  private sign(kind: string, userId: string, ref: string, expiresAt: string): string {
    return this.signed.sign({ kind, userId, ref, expiresAt });
  }
}

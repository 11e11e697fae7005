import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a link in a mail entitles to: one kind of act, for one user, about one thing, until a moment (ISO 8601). */
export type Link = Readonly<{ kind: string; userId: string; ref: string; expiresAt: string }>;

/**
 * Signed links: nothing about them is stored, so nothing can leak or expire wrongly. Opening the page only shows what
 * would be done; the button does it, so that mail scanners consume nothing (FRG-12).
 */
export class SignedLinks {
  constructor(private readonly key: Buffer) {}

  sign(link: Link): string {
    const body = Buffer.from(JSON.stringify([link.kind, link.userId, link.ref, link.expiresAt])).toString(
      'base64url',
    );
    return `${body}.${this.mac(body).toString('base64url')}`;
  }

  /** The link, `'expired'` when its time has passed at `now` (ISO 8601), or null when we never signed it. */
  open(value: string, now: string): Link | 'expired' | null {
    const [body = '', mac = '', ...rest] = value.split('.');
    const given = Buffer.from(mac, 'base64url');
    const expected = this.mac(body);
    if (rest.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
    const [kind, userId, ref, expiresAt] = JSON.parse(Buffer.from(body, 'base64url').toString()) as [
      string,
      string,
      string,
      string,
    ];
    return now < expiresAt ? { kind, userId, ref, expiresAt } : 'expired';
  }

  private mac(body: string): Buffer {
    return createHmac('sha256', this.key).update(`link:${body}`).digest();
  }
}

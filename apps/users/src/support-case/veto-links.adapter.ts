import { Injectable } from '@nestjs/common';
import { SignedLinks } from '#links';

/** Reads the signed links that notices of a recovery carry. */
@Injectable()
export class VetoLinks {
  constructor(private readonly links: SignedLinks) {}

  /** Whom and which case it is about; null for a link that is none, of another kind, or too old to matter. */
  open(value: string, now: string): Readonly<{ userId: string; caseId: string }> | null {
    const link = this.links.open(value, now);
    if (link === null || link === 'expired' || link.kind !== 'recovery-veto') return null;
    return { userId: link.userId, caseId: link.ref };
  }
}

import { SetMetadata } from '@nestjs/common';
import type { Session } from '#contracts';

/** How long a typed key is good for what is sensitive: 5 minutes (SES-08). */
const FRESH_MS = 5 * 60_000;

export const FRESH_KEY = 'trousseau:fresh-key';

/**
 * For a handler that is sensitive and whose form does not ask for the key itself: it runs when the key was typed in this session
 * in the last five minutes. Otherwise a page asks for it and goes on, and the API answers `key-needed` (SES-08, ASVS 7.5.1).
 */
export const NeedsFreshKey = () => SetMetadata(FRESH_KEY, true);

/** Whether the key was typed in this session lately enough. A resumed session is as old as the key typed on its browser. */
export const isFresh = ({ authenticatedAt }: Pick<Session, 'authenticatedAt'>, now: string): boolean =>
  Date.parse(now) - Date.parse(authenticatedAt) < FRESH_MS;

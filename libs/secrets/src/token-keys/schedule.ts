import type { TokenKey } from './token-key.js';

/** Seconds a new key is published before it signs: longer than anybody may keep a copy of the key set. */
export const ANNOUNCED_FOR = 15 * 60;

/** Seconds a key stays published after its successor signs: longer than the life of a token and a clock that is wrong. */
export const PUBLISHED_AFTER = 10 * 60;

/** The instant (ISO 8601) so many seconds after another. */
const later = (at: string, seconds: number) => new Date(Date.parse(at) + seconds * 1000).toISOString();

/** What a key is for: the old one until its tokens have expired, the one that signs, the one to come. */
export type Standing = 'leaves' | 'signs' | 'announced';

/** The keys whose public half is published: at most two, an old and a new one (SES-14). `keys` stand oldest first. */
export const publishedKeys = (keys: readonly TokenKey[], now: string): readonly TokenKey[] =>
  keys.filter((_, index) => {
    const successor = keys[index + 1];
    return successor === undefined || now < later(successor.signsFrom, PUBLISHED_AFTER);
  });

/** The key that signs now: the newest whose time has come. */
export const signingKey = (keys: readonly TokenKey[], now: string): TokenKey | undefined =>
  keys.findLast(({ signsFrom }) => signsFrom <= now) ?? keys[0];

/** What a published key does now. */
export const standingOf = (key: TokenKey, keys: readonly TokenKey[], now: string): Standing => {
  if (key.kid === signingKey(keys, now)?.kid) return 'signs';
  return now < key.signsFrom ? 'announced' : 'leaves';
};

/** When a key made now begins to sign; null while an earlier change of keys is not over. */
export const nextSignsFrom = (keys: readonly TokenKey[], now: string): string | null =>
  publishedKeys(keys, now).length > 1 ? null : later(now, ANNOUNCED_FOR);

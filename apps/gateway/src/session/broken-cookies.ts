import { cookieNames } from './session-cookie.js';

/** What a cookie of each name looks like when we made it. */
const shapes: Readonly<Record<(typeof cookieNames)[number], RegExp>> = {
  trousseau: /^[A-Za-z0-9_-]{43}$/,
  avant: /^[A-Za-z0-9_-]{43}$/,
  appareil: /^[A-Za-z0-9_.-]{1,512}$/,
  rm: /^[0-9a-f]{32}\.[A-Za-z0-9_-]{43}$/,
};

/** More than this and a browser, a proxy or a server on the way begins to refuse; ours are a tenth of it. In characters. */
const TOO_MUCH = 4096;

/** The most names of strangers that are expired in one answer. */
const MOST_STRANGERS = 50;

const pairs = (header: string) =>
  header.split(';').map((pair) => {
    const [name = '', ...value] = pair.split('=');
    return { name: name.trim(), value: value.join('=').trim() };
  });

/** A name that can stand in a `Set-Cookie` line (RFC 6265, 4.1.1). */
const isName = (name: string) => /^[!#$%&'*+\-.^_`|~0-9A-Za-z]{1,256}$/.test(name);

/**
 * The cookies of a request that cannot be right, by name: ours that are malformed, brought twice, or behind https under a name
 * we never use there; and everybody's when there are too many to be carried. Each of them can keep a browser at the sign-in
 * page for ever, because the right one is never seen (WEB-05).
 */
export const brokenCookies = (header: string | undefined, https: boolean): readonly string[] => {
  if (header === undefined) return [];
  const brought = pairs(header);
  const broken = cookieNames.flatMap((name) =>
    [`__Host-${name}`, name].filter((each) => {
      const values = brought.filter((pair) => pair.name === each).map(({ value }) => value);
      if (values.length === 0) return false;
      return values.length > 1 || !shapes[name].test(values[0]!) || (https && each === name);
    }),
  );
  if (header.length <= TOO_MUCH) return broken;
  const ours = cookieNames.flatMap((name) => [`__Host-${name}`, name]);
  const strangers = brought.map(({ name }) => name).filter((name) => isName(name) && !ours.includes(name));
  return [...new Set([...broken, ...strangers.slice(0, MOST_STRANGERS)])];
};

/** Every path a cookie that came with this address can have been set for: `/a/b` is `/`, `/a`, `/a/` and `/a/b`. */
export const pathsAbove = (url: string): readonly string[] => {
  const parts = url.split(/[?#]/, 1)[0]!.split('/').filter(Boolean).slice(0, 5);
  const safe = parts.every((part) => /^[\w.~%-]{1,64}$/.test(part)) ? parts : [];
  const prefixes = safe.map((_, index) => `/${safe.slice(0, index + 1).join('/')}`);
  return ['/', ...prefixes.flatMap((path) => [path, `${path}/`])];
};

/**
 * The domain a cookie can have been set for by this host; undefined for an address in brackets, which has none (RFC 6265, 5.1.3), and
 * for what no browser would call us: whoever sends it must not write into a header of ours.
 */
export const domainOf = (hostname: string): string | undefined =>
  hostname.length <= 253 && /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/i.test(hostname) ? hostname : undefined;

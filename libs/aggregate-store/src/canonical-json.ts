import type { Json, JsonValue } from '#event-store';

type Members = { [key: string]: JsonValue };

/**
 * One text for one JSON value, keys in order of their UTF-16 code units: RFC 8785 for what events hold
 * (strings, booleans, null, safe integers). Anybody can compute it again in any language.
 */
export const canonicalJson = (value: JsonValue): string => {
  // The runtime writes a whole value several times faster than it can be spelled out; verifying millions of events feels it.
  const ordered = inOrder(value);
  return ordered === undefined ? spelled(value) : JSON.stringify(ordered);
};

/**
 * The same content with its members in that order, so that its text is already canonical and whoever verifies it can hash what
 * stands there. Content that cannot be kept in order stays as it is.
 */
export const inCanonicalOrder = (content: Json): Json => (inOrder(content) ?? content) as Json;

/** The value with the members of its objects in order; undefined where an object would not keep them so. */
const inOrder = (value: JsonValue): JsonValue | undefined => {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) {
    const items = value.map(inOrder);
    return items.includes(undefined) ? undefined : (items as JsonValue[]);
  }
  const ordered: Members = {};
  for (const key of Object.keys(value).sort()) {
    const member = inOrder((value as Members)[key]!);
    if (member === undefined || !keepsItsPlace(key)) return undefined;
    ordered[key] = member;
  }
  return ordered;
};

/** Objects put keys that are integers first, and `__proto__` is no member of theirs. */
const keepsItsPlace = (key: string): boolean => !/^(\d|__proto__$)/.test(key);

const spelled = (value: JsonValue): string => {
  if (Array.isArray(value)) return `[${value.map(spelled).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${spelled((value as Members)[key]!)}`);
  return `{${members.join(',')}}`;
};

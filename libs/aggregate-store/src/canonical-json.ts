import type { JsonValue } from '#event-store';

/**
 * One text for one JSON value, keys in order of their UTF-16 code units: RFC 8785 for what events hold
 * (strings, booleans, null, safe integers). Anybody can compute it again in any language.
 */
export const canonicalJson = (value: JsonValue): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const object = value as { readonly [key: string]: JsonValue };
    const members = Object.keys(object)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonicalJson(object[key]!)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value);
};

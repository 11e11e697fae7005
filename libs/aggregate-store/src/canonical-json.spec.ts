import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { JsonValue } from '#event-store';
import { canonicalJson } from './canonical-json.js';

/** The definition: members in order of their keys, everything else as JSON writes it. */
const defined = (value: JsonValue): string => {
  if (Array.isArray(value)) return `[${value.map(defined).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${defined(member)}`).join(',')}}`;
};

describe('canonical JSON', () => {
  it('puts the members of objects in order, at every depth', () => {
    expect(canonicalJson({ b: [{ d: 1, c: null }], a: 'é' })).toBe('{"a":"é","b":[{"c":null,"d":1}]}');
  });

  it.each([
    ['{"a":1,"10":2,"9":3,"-1":4,"_":5}', '{"-1":4,"10":2,"9":3,"_":5,"a":1}'],
    ['{"x":{"__proto__":{"b":1,"a":2}}}', '{"x":{"__proto__":{"a":2,"b":1}}}'],
  ])('keeps to that order where the runtime would not: %s', (text, expected) => {
    expect(canonicalJson(JSON.parse(text) as JsonValue)).toBe(expected);
  });

  it('is the definition for every value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(value as JsonValue)).toBe(defined(value as JsonValue));
      }),
    );
  });
});

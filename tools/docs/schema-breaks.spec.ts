import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { type Schema, schemaBreaks } from './schema-breaks.js';
import { breaksOf, schemaPages } from './schemas.js';

const schemaOf = (type: z.ZodType) => z.toJSONSchema(type, { io: 'output' }) as Schema;
const told = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('user.married'), userId: z.string(), ...shape }),
    z.object({ type: z.literal('user.moved') }),
  ]);
const before = schemaOf(told({ to: z.enum(['a', 'b']), times: z.number().int() }));
const breaks = (after: z.ZodType) => schemaBreaks(before, schemaOf(after));

describe('a published schema', () => {
  it('may grow by types and fields', () => {
    const more = told({ to: z.enum(['a', 'b']), times: z.number().int(), since: z.string() });
    expect(breaks(more)).toEqual([]);
    expect(
      breaks(z.discriminatedUnion('type', [...more.options, z.object({ type: z.literal('x') })])),
    ).toEqual([]);
    expect(breaks(told({ to: z.enum(['a']), times: z.number().int() }))).toEqual([]);
  });

  it('may not lose what its readers count on, nor surprise them', () => {
    const times = z.number().int();
    expect(breaks(told({ to: z.enum(['a', 'b']) }))).toEqual(['user.married.times may be missing now']);
    expect(breaks(told({ to: z.enum(['a', 'b']), times: times.optional() }))).toEqual([
      'user.married.times may be missing now',
    ]);
    expect(breaks(told({ to: z.enum(['a', 'b', 'c']), times }))).toEqual(['user.married.to may be c now']);
    expect(breaks(told({ to: z.enum(['a', 'b']), times: z.string() }))).toEqual([
      'user.married.times was integer, is string',
    ]);
    expect(breaks(z.discriminatedUnion('type', [z.object({ type: z.literal('user.moved') })]))).toEqual([
      'user.married is gone',
    ]);
  });

  it.each(Object.keys(schemaPages))('%s breaks nobody who reads by the committed one', (name) => {
    expect(breaksOf(name, schemaPages[name]!())).toEqual([]);
  });
});

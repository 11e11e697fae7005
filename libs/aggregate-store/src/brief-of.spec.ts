import { describe, expect, it } from '@jest/globals';
import { eventOf, type StoredEvent } from '#event-store';
import { briefOf } from './brief-of.js';
import { eventTime } from './command-context.js';

const stored = (metadata: object | string): StoredEvent => ({
  stream: 'user-1',
  revision: 2,
  position: 3,
  id: 'e-3',
  type: 'UserRegistered',
  data: '{"role":"office"}',
  metadata: typeof metadata === 'string' ? metadata : JSON.stringify(metadata),
});

const at = '2026-11-23T08:00:00.000Z';

describe('an event in brief', () => {
  it.each([
    ['alone', { at }],
    ['among other fields', { actor: 'u-1', at, channel: 'portal', commandId: 'c-1', previous: 'ab' }],
    ['behind a text that looks like it', { actor: '"at":"2001-01-01T00:00:00.000Z"', at }],
    ['behind a field whose name ends like it', { that: '2001-01-01T00:00:00.000Z', at }],
    ['written by hand', `{ "at" : "${at}" }`],
    ['with an escape in it', String.raw`{"at":"2026-11-23T08:00:00.000\u005a"}`],
  ])('has its time: %s', (_how, metadata) => {
    const event = stored(metadata);
    expect(eventTime(briefOf(event))).toBe(at);
    expect(briefOf(event)).toEqual({ ...eventOf(event), metadata: expect.objectContaining({ at }) });
  });

  it('is told whole where it has no time', () => {
    const event = stored({ previous: null });
    expect(briefOf(event)).toEqual(eventOf(event));
  });

  it('is refused where its text is not JSON', () => {
    expect(() => briefOf({ ...stored({ at }), data: '{' })).toThrow(SyntaxError);
    expect(() => briefOf(stored('{'))).toThrow(SyntaxError);
  });
});

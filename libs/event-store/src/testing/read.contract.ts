import { describe, expect, it } from '@jest/globals';
import type { StoredEvent } from '../event-store.js';
import type { Json } from '../json.js';
import type { Open } from './opening.js';
import { newEvent, newEvents } from './new-event.js';

const revisions = (events: readonly { revision: number }[]): number[] =>
  events.map((event) => event.revision);

export function readContract(open: Open): void {
  describe('read', () => {
    it('reads an unknown stream as empty', async () => {
      const store = await open();
      expect(await store.read('nowhere')).toEqual([]);
      expect(await store.read('nowhere', { direction: 'backwards', limit: 1 })).toEqual([]);
    });

    it('gives back every field of an event', async () => {
      const store = await open();
      const event = newEvent({ type: 'KeyChosen', data: { epoch: 1 }, metadata: { by: 'someone' } });
      const { position } = await store.append('a', [event], 'none');
      expect(await store.read('a')).toEqual([{ ...event, stream: 'a', revision: 0, position }]);
    });

    it('reads forwards and backwards, from a revision, at most so many', async () => {
      const store = await open();
      await store.append('b', newEvents(3), 'none');
      await store.append('a', newEvents(5), 'none');
      expect(revisions(await store.read('a'))).toEqual([0, 1, 2, 3, 4]);
      expect(revisions(await store.read('a', { from: 3 }))).toEqual([3, 4]);
      expect(revisions(await store.read('a', { from: 1, limit: 2 }))).toEqual([1, 2]);
      expect(revisions(await store.read('a', { from: 9 }))).toEqual([]);
      expect(revisions(await store.read('a', { direction: 'backwards' }))).toEqual([4, 3, 2, 1, 0]);
      expect(revisions(await store.read('a', { direction: 'backwards', limit: 1 }))).toEqual([4]);
      expect(revisions(await store.read('a', { direction: 'backwards', from: 2, limit: 2 }))).toEqual([2, 1]);
      expect(revisions(await store.read('a', { direction: 'backwards', from: 9, limit: 1 }))).toEqual([4]);
    });

    it.each<[string, Json]>([
      ['unicode', { name: 'Élodie Müller', mood: '🔑', rtl: 'مفتاح', nul: 'a\u0000b', separator: '\u2028' }],
      ['lone surrogates', { broken: '\ud800', '\udc00': 1 }],
      ['nested and empty values', { a: { b: [1, [2, { c: null }], []], d: {} }, '': '' }],
      ['numbers', { pi: 3.14, big: Number.MAX_SAFE_INTEGER, small: 5e-324, minus: -1, yes: true, no: false }],
      ['a key named __proto__', JSON.parse('{"__proto__":{"admin":true},"constructor":"x"}') as Json],
    ])('gives back %s as they were', async (_, data) => {
      const store = await open();
      await store.append('a', [newEvent({ data, metadata: data })], 'none');
      const [event] = await store.read('a');
      expect(JSON.stringify(event?.data)).toBe(JSON.stringify(data));
      expect(JSON.stringify(event?.metadata)).toBe(JSON.stringify(data));
      expect(({} as { admin?: boolean }).admin).toBeUndefined();
    });

    it('tells what stands in the whole log as text, in the same order', async () => {
      const store = await open();
      const { position } = await store.append('a', [newEvent({ data: { b: 1, a: 'é' } })], 'none');
      const last = await store.append('b', newEvents(2), 'none');
      const stored = await store.readStored(-1, 10);
      const read = await store.readAll(-1, 10);
      expect(
        stored.map(({ data, metadata, ...event }) => ({
          ...event,
          data: JSON.parse(data) as Json,
          metadata: JSON.parse(metadata) as Json,
        })),
      ).toEqual(read);
      expect(stored[0]?.data).toBe('{"b":1,"a":"é"}');
      expect((await store.readStored(position, 1)).map(({ position: at }) => at)).toEqual([
        read[1]?.position,
      ]);
      expect(await store.readStored(last.position, 10)).toEqual([]);
    });

    it('shares no object with writers or readers', async () => {
      const store = await open();
      const data = { list: [1] };
      await store.append('a', [newEvent({ data })], 'none');
      data.list.push(2);
      const [seen] = await store.read('a');
      (seen as unknown as { data: typeof data }).data.list.push(3);
      expect((await store.read('a'))[0]?.data).toEqual({ list: [1] });
    });
  });

  describe('readNaming', () => {
    const about = (data: Json) => newEvent({ data });
    const positions = (events: readonly { position: number }[]) => events.map(({ position }) => position);

    it('finds what names a user or a school, whatever the stream, in the order of the log', async () => {
      const store = await open();
      const at: number[] = [];
      for (const [stream, data] of [
        ['session-1', { userId: 'anne' }],
        ['user-1', { schoolId: 'anne' }],
        ['session-2', { userId: 'zoé', schoolId: 'north' }],
        ['identifier-1', { userId: 'anne' }],
        ['other', { of: { userId: 'anne' } }],
        ['other', { userId: ['anne'] }],
        ['session-1', { userId: 'anne' }],
      ] as const) {
        at.push((await store.append(stream, [about(data)], 'any')).position);
      }
      const whole = { after: -1, upTo: await store.head() };
      expect(positions(await store.readNaming('userId', 'anne', whole))).toEqual([at[0], at[3], at[6]]);
      expect(positions(await store.readNaming('schoolId', 'anne', whole))).toEqual([at[1]]);
      const [found, ...others] = await store.readNaming('schoolId', 'north', whole);
      expect(others).toEqual([]);
      expect([found]).toEqual(await store.read('session-2'));
      expect(await store.readNaming('userId', 'nobody', whole)).toEqual([]);
    });

    it('looks at one part of the log: after a position, and up to another', async () => {
      const store = await open();
      const at: number[] = [];
      for (let index = 0; index < 5; index += 1)
        at.push((await store.append('a', [about({ userId: 'anne' })], 'any')).position);
      const found = await store.readNaming('userId', 'anne', { after: at[0]!, upTo: at[3]! });
      expect(positions(found)).toEqual(at.slice(1, 4));
      expect(await store.readNaming('userId', 'anne', { after: at[3]!, upTo: at[3]! })).toEqual([]);
    });

    it('finds nothing of a stream that was deleted', async () => {
      const store = await open();
      await store.append('a', [about({ userId: 'anne' })], 'none');
      await store.append('b', [about({ userId: 'anne' })], 'none');
      await store.delete('a');
      const found = await store.readNaming('userId', 'anne', { after: -1, upTo: await store.head() });
      expect(found.map(({ stream }) => stream)).toEqual(['b']);
    });

    describe('lastNaming', () => {
      const signedIn = (userId: string, level: string) =>
        newEvent({ type: 'SignedIn', data: { userId, level } });
      const level = ({ data }: StoredEvent) => (JSON.parse(data) as { level?: string }).level;
      const full = (event: StoredEvent) => (level(event) === 'full' ? event.position : undefined);

      it('finds for each id the last event that names it, in whatever stream of the category and order of asking', async () => {
        const store = await open();
        await store.append('session-1', [signedIn('anne', 'full')], 'any');
        const ofZoe = await store.append('session-2', [signedIn('zoé', 'full')], 'any');
        const ofAnne = await store.append('session-3', [signedIn('anne', 'full')], 'any');
        await store.append('identifier-1', [signedIn('anne', 'full')], 'any');
        const sought = { category: 'session', types: ['SignedIn'], find: full };
        expect(await store.lastNaming('userId', ['nobody', 'zoé', 'anne', 'zoé'], sought)).toEqual([
          undefined,
          ofZoe.position,
          ofAnne.position,
          ofZoe.position,
        ]);
        expect(await store.lastNaming('schoolId', ['anne'], sought)).toEqual([undefined]);
        expect(await store.lastNaming('userId', [], sought)).toEqual([]);
      });

      it('passes over what is of another type, and what nothing is made of', async () => {
        const store = await open();
        const { position } = await store.append('session-1', [signedIn('anne', 'full')], 'any');
        await store.append(
          'session-2',
          [signedIn('anne', 'choose-key'), signedIn('anne', 'choose-key')],
          'any',
        );
        await store.append(
          'session-3',
          [newEvent({ type: 'Seen', data: { userId: 'anne', level: 'full' } })],
          'any',
        );
        await store.append('session-4', [signedIn('zoé', 'choose-key')], 'any');
        const of = (types: readonly string[]) =>
          store.lastNaming('userId', ['anne', 'zoé'], { category: 'session', types, find: full });
        expect(await of(['SignedIn'])).toEqual([position, undefined]);
        expect((await of(['SignedIn', 'Seen']))[0]).toBeGreaterThan(position);
        expect(await of([])).toEqual([undefined, undefined]);
      });

      it('finds nothing of a stream that was deleted', async () => {
        const store = await open();
        const { position } = await store.append('session-1', [signedIn('anne', 'full')], 'none');
        await store.append('session-2', [signedIn('anne', 'full')], 'none');
        await store.delete('session-2');
        expect(
          await store.lastNaming('userId', ['anne'], {
            category: 'session',
            types: ['SignedIn'],
            find: full,
          }),
        ).toEqual([position]);
      });
    });
  });

  describe('readAll and head', () => {
    it('starts empty, with a head of -1', async () => {
      const store = await open();
      expect(await store.head()).toBe(-1);
      expect(await store.readAll(-1, 10)).toEqual([]);
    });

    it('reads every stream in the order of positions, after a position, at most so many', async () => {
      const store = await open();
      for (const stream of ['a', 'b', 'a', 'c', 'b']) await store.append(stream, newEvents(2), 'any');
      const all = await store.readAll(-1, 100);
      expect(all.map((event) => event.stream).join('')).toBe('aabbaaccbb');
      const positions = all.map((event) => event.position);
      expect(positions).toEqual([...positions].sort((one, other) => one - other));
      expect(new Set(positions).size).toBe(10);
      expect(await store.readAll(all[3]?.position ?? 0, 2)).toEqual(all.slice(4, 6));
      expect(await store.readAll(all[9]?.position ?? 0, 2)).toEqual([]);
      expect(await store.head()).toBe(all[9]?.position);
    });
  });
}

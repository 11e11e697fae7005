import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type Aggregate, type DomainEvent, records, refuses } from '#event-sourcing';
import { InMemoryEventStore } from '#event-store';
import { DataKeys } from '#vault';
import { AggregateStore, eventHash } from '#aggregate-store';

type Noted = DomainEvent<'Noted', { by: number; secret: string | null }>;
type Settled = DomainEvent<'Settled', { total: number }>;
type State = { total: number; secrets: readonly (string | null)[]; folded: number };

const counter: Aggregate<State, Noted | Settled> = {
  category: 'counter',
  initial: { total: 0, secrets: [], folded: 0 },
  evolve: (state, event) =>
    event.type === 'Settled'
      ? { total: event.data.total, secrets: [], folded: 1 }
      : {
          total: state.total + event.data.by,
          secrets: [...state.secrets, event.data.secret],
          folded: state.folded + 1,
        },
  settledBy: ['Settled'],
  protects: { Noted: { secret: (_data, id) => `subject-${id}` } },
};

const note = (by: number, secret = 's') => records<Noted>({ type: 'Noted', data: { by, secret } });
const context = (commandId: string = randomUUID()) => ({ commandId, at: '2026-11-22T08:00:00.000Z' });
const open = (store = new InMemoryEventStore()) => {
  const keys = new DataKeys(store, [Buffer.alloc(32, 1)]);
  return { store, keys, aggregates: new AggregateStore(store, keys) };
};

describe('AggregateStore', () => {
  it('decides on what was recorded before', async () => {
    const { aggregates } = open();
    await aggregates.transact(counter, 'a', context(), () => note(2));
    await aggregates.transact(counter, 'a', context(), (state) => note(state.total * 10));
    expect((await aggregates.load(counter, 'a')).state.total).toBe(22);
  });

  it('hands a refusal to the caller and records nothing', async () => {
    const { store, aggregates } = open();
    const answer = await aggregates.transact(counter, 'a', context(), () => refuses('not-today'));
    expect(answer).toEqual({ outcome: 'refused', reason: 'not-today' });
    expect(await store.head()).toBe(-1);
  });

  it('records a repeated command once and answers as before', async () => {
    const { aggregates } = open();
    const first = await aggregates.transact(counter, 'a', context('c1'), () => note(1));
    const again = await aggregates.transact(counter, 'a', context('c1'), () => note(1));
    expect(again).toMatchObject({ outcome: 'done', repeated: true });
    expect(again).toHaveProperty('position', (first as { position: number }).position);
    expect((await aggregates.load(counter, 'a')).state.total).toBe(1);
  });

  it('recognises a repeated command that lies before what settles the state', async () => {
    const { store, aggregates } = open();
    await aggregates.transact(counter, 'a', context('c1'), () => note(1));
    await aggregates.transact(counter, 'a', context(), () =>
      records<Settled>({ type: 'Settled', data: { total: 7 } }),
    );
    const again = await aggregates.transact(counter, 'a', context('c1'), () => note(1));
    expect(again).toMatchObject({
      outcome: 'done',
      repeated: true,
      position: (await store.read('counter-a')).at(-1)?.position,
    });
    expect((await aggregates.load(counter, 'a')).state.total).toBe(7);
  });

  it('lets exactly one of many racing decisions win, over two processes (EVT-08)', async () => {
    const store = new InMemoryEventStore();
    const [one, two] = [open(store).aggregates, open(store).aggregates];
    const once = (state: State) => (state.total === 0 ? note(1) : refuses('already'));
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => (i % 2 ? one : two).transact(counter, 'a', context(), once)),
    );
    expect(answers.filter(({ outcome }) => outcome === 'done')).toHaveLength(1);
  });

  it('reads back no further than the event that settles the state (invariant 9)', async () => {
    const { aggregates } = open();
    for (let i = 0; i < 40; i += 1) await aggregates.transact(counter, 'a', context(), () => note(1));
    await aggregates.transact(counter, 'a', context(), () =>
      records<Settled>({ type: 'Settled', data: { total: 100 } }),
    );
    await aggregates.transact(counter, 'a', context(), () => note(1));
    expect((await aggregates.load(counter, 'a')).state).toMatchObject({ total: 101, folded: 2 });
  });

  it('keeps protected fields out of the store and gives them back in the fold (EVT-04)', async () => {
    const { store, keys, aggregates } = open();
    await aggregates.transact(counter, 'a', context(), () => note(1, 'canary-name'));
    expect(JSON.stringify(await store.readAll(-1, 10))).not.toContain('canary-name');
    expect((await aggregates.load(counter, 'a')).state.secrets).toEqual(['canary-name']);
    await keys.destroy('subject-a');
    expect((await aggregates.load(counter, 'a')).state).toMatchObject({ total: 1, secrets: [null] });
  });

  describe('several protected fields of an event', () => {
    type Named = DomainEvent<
      'Named',
      { owner: string; first: string | null; last: string | null; nick: string | null }
    >;
    const ofOwner = ({ owner }: { owner: string }) => `subject-${owner}`;
    const card: Aggregate<readonly Named[], Named> = {
      category: 'card',
      initial: [],
      evolve: (state, event) => [...state, event],
      protects: { Named: { first: ofOwner, last: ofOwner, nick: ofOwner } },
    };
    const zoe = { owner: 'z', first: 'Zoé', last: 'canary-last', nick: null };
    const naming = (data: Named['data'] = zoe) => records<Named>({ type: 'Named', data });
    const written = async () => {
      const opened = open();
      await opened.aggregates.transact(card, 'a', context(), () => naming());
      const [event] = await opened.store.read('card-a');
      return { ...opened, event: event! };
    };

    it('stand in one text, and open to what they were (EVT-04)', async () => {
      const { aggregates, event } = await written();
      expect(event.data).toEqual({ owner: 'z', nick: null, sealed: expect.any(String) });
      expect((await aggregates.load(card, 'a')).state).toEqual([{ type: 'Named', data: zoe }]);
    });

    it('are null once their key is destroyed (invariant 10)', async () => {
      const { aggregates, keys } = await written();
      await keys.destroy('subject-z');
      const gone = { owner: 'z', first: null, last: null, nick: null };
      expect((await aggregates.load(card, 'a')).state).toEqual([{ type: 'Named', data: gone }]);
    });

    it('do not open in another event (EVT-04)', async () => {
      const { aggregates, event } = await written();
      for (const moved of [{ stream: 'card-b' }, { id: randomUUID() }])
        await expect(aggregates.decode(card, { ...event, ...moved })).rejects.toThrow();
    });

    it('still open where each stands by itself, as they were once written (EVT-04)', async () => {
      const { aggregates, keys, event } = await written();
      const each = (field: string, value: string) =>
        keys.encrypt('subject-z', value, `card-a/${event.id}/Named/${field}`);
      const data = {
        owner: 'z',
        first: await each('first', 'Zoé'),
        last: await each('last', 'Petit'),
        nick: null,
      };
      expect((await aggregates.decode(card, { ...event, data })).data).toEqual({ ...zoe, last: 'Petit' });
      await keys.destroy('subject-z');
      expect((await aggregates.decode(card, { ...event, data })).data).toMatchObject({
        first: null,
        last: null,
      });
    });

    it('stand by themselves where another one of the event would lie under another key', async () => {
      const apart = {
        ...card,
        protects: { Named: { nick: () => 'subject-family', first: ofOwner, last: ofOwner } },
      };
      const { aggregates } = open();
      await aggregates.transact(apart, 'a', context(), () => naming());
      expect((await aggregates.load(apart, 'a')).state).toEqual([{ type: 'Named', data: zoe }]);
    });

    it('stand by themselves where they lie under different keys', async () => {
      const apart = { ...card, protects: { Named: { first: ofOwner, last: () => 'subject-family' } } };
      const { aggregates, keys, store } = open();
      await aggregates.transact(apart, 'a', context(), () => naming());
      expect(JSON.stringify(await store.readAll(-1, 10))).not.toContain('canary-last');
      await keys.destroy('subject-z');
      const [event] = (await aggregates.load(apart, 'a')).state;
      expect(event?.data).toEqual({ ...zoe, first: null });
    });
  });

  it('chains every event to the one before it, over ciphertext (section 6 of the evidence)', async () => {
    const { store, keys, aggregates } = open();
    await aggregates.transact(counter, 'a', context(), () =>
      records<Noted>(...[1, 2, 3].map((by) => ({ type: 'Noted' as const, data: { by, secret: 's' } }))),
    );
    await aggregates.transact(counter, 'a', context(), () => note(4));
    await keys.destroy('subject-a');
    const events = await store.read('counter-a');
    expect(events.map(({ metadata }) => metadata['previous'])).toEqual([
      null,
      ...events.slice(0, -1).map(eventHash),
    ]);
  });

  it('goes on where a stream stood whose events all left by retention', async () => {
    let now = 0;
    const store = new InMemoryEventStore({ clock: () => now, retention: () => ({ maxAge: 60 }) });
    const keys = new DataKeys(new InMemoryEventStore(), [Buffer.alloc(32, 1)]);
    const aggregates = new AggregateStore(store, keys);
    await aggregates.transact(counter, 'a', context(), () => note(1));
    now = 3_600_000;
    await aggregates.transact(counter, 'a', context(), () => note(5));
    expect(await aggregates.load(counter, 'a')).toMatchObject({ state: { total: 5 }, revision: 1 });
  });
});

import { hash } from 'node:crypto';
import { eventHash } from '#aggregate-store';
import type { EventStore, Json } from '#event-store';

/** A counter that gives the same numbers for the same seed (mulberry32), so that a failing spec can be run again. */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const KINDS = [
  ['user', 'RoleChanged'],
  ['credential', 'KeyChosen'],
  ['session', 'SessionOpened'],
  ['attempts', 'AttemptReserved'],
  ['data-key', 'DataKeyCreated'],
] as const;

type Written = { revision: number; hash: string };

/** Writes the history of some people to a store, chained as services do, the same for the same seed. */
export class Journey {
  readonly #random: () => number;
  readonly #streams = new Map<string, Written>();
  #count = 0;

  constructor(
    private readonly store: EventStore,
    seed: number,
    private readonly startsAt = Date.parse('2026-11-22T08:00:00.000Z'),
  ) {
    this.#random = seeded(seed);
  }

  /** Appends `count` events to the streams of `people`, one second apart. */
  async go(count: number, people = 5): Promise<void> {
    for (let done = 0; done < count; done += 1) {
      const [category, type] = KINDS[Math.floor(this.#random() * KINDS.length)]!;
      await this.record(`${category}-${Math.floor(this.#random() * people)}`, type, {
        value: hash('sha256', `${this.#random()}`).slice(0, 24),
        text: 'clé choisie',
        count: Math.floor(this.#random() * 1000),
        nothing: null,
      });
    }
  }

  /** Appends one event to a stream, after those this journey wrote there. */
  async record(stream: string, type: string, data: Json): Promise<void> {
    const last = this.#streams.get(stream);
    const number = (this.#count += 1);
    const event = {
      id: `00000000-0000-8000-8000-${number.toString(16).padStart(12, '0')}`,
      type,
      data,
      metadata: {
        commandId: `command-${number}`,
        at: new Date(this.startsAt + number * 1000).toISOString(),
        previous: last?.hash ?? null,
      },
    };
    const { revision } = await this.store.append(stream, [event], last?.revision ?? 'none');
    this.#streams.set(stream, { revision, hash: eventHash({ ...event, stream, revision }) });
  }
}

import type { DomainEvent, ProtectedFields } from '#event-sourcing';
import type { Json, JsonValue, RecordedEvent } from '#event-store';
import type { DataKeys, Sealed, SealedUnder } from '#vault';

type KeyName = (data: object, id: string) => string;
type Fields = Readonly<Record<string, KeyName>>;

type Found = Readonly<{ field: string; key: string; value: string }>;

/** What lies under one key, and the fields it opens to; they are null where the key was destroyed. */
type Locked = Readonly<{ sealed: SealedUnder; fieldsOf(texts: readonly string[] | null): Json }>;

/** Where several protected fields of an event stand: one JSON text of all of them, opened at once. */
const TOGETHER = 'sealed';

/** Where a field stands; bound into its ciphertext so that it cannot be moved to another place (EVT-04). */
const contextOf = (stream: string, id: string, type: string, field: string) =>
  `${stream}/${id}/${type}/${field}`;

const each = (fields: readonly string[], value: (at: number) => JsonValue): Json =>
  Object.fromEntries(fields.map((field, at) => [field, value(at)]));

/** Encrypts the protected fields of events on their way to the store and decrypts them on the way back. */
export class Protection<Event extends DomainEvent> {
  private readonly category: string;
  private readonly fields: Readonly<Record<string, Fields>>;

  constructor(
    private readonly keys: DataKeys,
    { category, protects }: Readonly<{ category: string; protects?: ProtectedFields<Event> | undefined }>,
  ) {
    this.category = category;
    this.fields = (protects ?? {}) as Readonly<Record<string, Fields>>;
  }

  async protect(event: Event, at: { stream: string; aggregateId: string; eventId: string }): Promise<Json> {
    const { type } = event;
    const data = event.data as Json;
    const seal = (key: string, value: string, field: string) =>
      this.keys.encrypt(key, value, contextOf(at.stream, at.eventId, type, field));
    const found = this.found(type, data, at.aggregateId);
    const key = this.keyOf(type, data, at.aggregateId);
    if (key !== undefined && found.length > 1) {
      const values = Object.fromEntries(found.map(({ field, value }) => [field, value]));
      const open = Object.entries(data).filter(([name]) => !(name in values));
      const sealed = await seal(key, JSON.stringify(values), TOGETHER);
      return { ...Object.fromEntries(open), [TOGETHER]: sealed };
    }
    const changed: Record<string, string> = {};
    for (const { field, key, value } of found) changed[field] = await seal(key, value, field);
    return { ...data, ...changed };
  }

  /** Events as they were recorded; a field whose key was destroyed is null. */
  async reveal(recorded: readonly RecordedEvent[]): Promise<Event[]> {
    const locked = recorded.map((event) => this.locked(event));
    const opened = (await this.keys.decryptEach(locked.flat().map(({ sealed }) => sealed))).values();
    return recorded.map(({ type, data }, index) => {
      const revealed: Record<string, JsonValue> = { ...data };
      if (this.fields[type] !== undefined) delete revealed[TOGETHER];
      for (const { fieldsOf } of locked[index]!)
        Object.assign(revealed, fieldsOf(opened.next().value ?? null));
      return { type, data: revealed } as DomainEvent as Event;
    });
  }

  /** The protected fields that stand in an event, by the key they lie under. */
  private locked({ stream, id, type, data }: RecordedEvent): readonly Locked[] {
    const aggregateId = stream.slice(this.category.length + 1);
    const together = data[TOGETHER];
    const key = typeof together === 'string' ? this.keyOf(type, data, aggregateId) : undefined;
    if (typeof together === 'string' && key !== undefined) {
      const sealed = [[together, contextOf(stream, id, type, TOGETHER)]] as const;
      const hidden = Object.keys(this.fields[type]!).filter((field) => data[field] === undefined);
      const fieldsOf = (texts: readonly string[] | null) =>
        texts === null ? each(hidden, () => null) : (JSON.parse(texts[0]!) as Json);
      return [{ sealed: [key, sealed], fieldsOf }];
    }
    const byKey = new Map<string, { names: string[]; sealed: Sealed[] }>();
    for (const { field, key, value } of this.found(type, data, aggregateId)) {
      const under = byKey.get(key) ?? { names: [], sealed: [] };
      byKey.set(key, under);
      under.names.push(field);
      under.sealed.push([value, contextOf(stream, id, type, field)]);
    }
    return [...byKey].map(([key, { names, sealed }]) => ({
      sealed: [key, sealed],
      fieldsOf: (texts) => each(names, (at) => texts?.[at] ?? null),
    }));
  }

  /** The data key under which every protected field of such an event lies; undefined where there is none, or more than one. */
  private keyOf(type: string, data: Json, aggregateId: string): string | undefined {
    const names = Object.values(this.fields[type] ?? {}).map((keyName) => keyName(data, aggregateId));
    return names.every((name) => name === names[0]) ? names[0] : undefined;
  }

  /** The protected fields that stand in an event, and the names of the keys they lie under. */
  private found(type: string, data: Json, aggregateId: string): readonly Found[] {
    return Object.entries(this.fields[type] ?? {}).flatMap(([field, keyName]) => {
      const value = data[field];
      return typeof value === 'string' ? [{ field, key: keyName(data, aggregateId), value }] : [];
    });
  }
}

import type { DomainEvent, ProtectedFields } from '#event-sourcing';
import type { Json, JsonValue, RecordedEvent } from '#event-store';
import type { DataKeys, Sealed, SealedUnder } from '#vault';

type KeyName = (data: object, id: string) => string;
type Fields = Readonly<Record<string, KeyName>>;

type Found = Readonly<{ field: string; key: string; value: string }>;
type Locked = Readonly<{ fields: readonly string[]; sealed: SealedUnder }>;

/** Where a field stands; bound into its ciphertext so that it cannot be moved to another place (EVT-04). */
const contextOf = (stream: string, id: string, type: string, field: string) =>
  `${stream}/${id}/${type}/${field}`;

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
    const data = event.data as Json;
    const changed: Record<string, string> = {};
    // One after the other: the first field makes the key under which the others lie.
    for (const { field, key, value } of this.found(event.type, data, at.aggregateId))
      changed[field] = await this.keys.encrypt(
        key,
        value,
        contextOf(at.stream, at.eventId, event.type, field),
      );
    return { ...data, ...changed };
  }

  /** Events as they were recorded; a field whose key was destroyed is null. */
  async reveal(recorded: readonly RecordedEvent[]): Promise<Event[]> {
    const locked = recorded.map((event) => this.locked(event));
    const opened = (await this.keys.decryptEach(locked.flat().map(({ sealed }) => sealed))).values();
    return recorded.map(({ type, data }, index) => {
      const revealed: Record<string, JsonValue> = { ...data };
      for (const { fields } of locked[index]!) {
        const texts = opened.next().value;
        for (const [at, field] of fields.entries()) revealed[field] = texts?.[at] ?? null;
      }
      return { type, data: revealed } as DomainEvent as Event;
    });
  }

  /** The protected fields that stand in an event, by the key they lie under. */
  private locked({ stream, id, type, data }: RecordedEvent): readonly Locked[] {
    const byKey = new Map<string, { fields: string[]; texts: Sealed[] }>();
    for (const { field, key, value } of this.found(type, data, stream.slice(this.category.length + 1))) {
      const under = byKey.get(key) ?? { fields: [], texts: [] };
      byKey.set(key, under);
      under.fields.push(field);
      under.texts.push([value, contextOf(stream, id, type, field)]);
    }
    return [...byKey].map(([key, { fields, texts }]) => ({ fields, sealed: [key, texts] }));
  }

  /** The protected fields that stand in an event, and the names of the keys they lie under. */
  private found(type: string, data: Json, aggregateId: string): readonly Found[] {
    return Object.entries(this.fields[type] ?? {}).flatMap(([field, keyName]) => {
      const value = data[field];
      return typeof value === 'string' ? [{ field, key: keyName(data, aggregateId), value }] : [];
    });
  }
}

import type { DomainEvent, ProtectedFields } from '#event-sourcing';
import type { Json, JsonValue, RecordedEvent } from '#event-store';
import type { DataKeys } from '#vault';

type KeyName = (data: object, id: string) => string;
type Fields = Readonly<Record<string, KeyName>>;

type Found = Readonly<{ field: string; key: string; value: string }>;

/** Where a field stands; bound into its ciphertext so that it cannot be moved to another place (EVT-04). */
const contextOf = (stream: string, id: string, type: string, field: string) =>
  `${stream}/${id}/${type}/${field}`;

/** Encrypts the protected fields of events on their way to the store and decrypts them on the way back. */
export class Protection<Event extends DomainEvent> {
  private readonly fields: Readonly<Record<string, Fields>>;

  constructor(
    private readonly keys: DataKeys,
    fields: ProtectedFields<Event> | undefined,
  ) {
    this.fields = (fields ?? {}) as Readonly<Record<string, Fields>>;
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

  /** The event as it was recorded; a field whose key was destroyed is null. */
  async reveal(recorded: RecordedEvent, aggregateId: string): Promise<Event> {
    const { type, stream, id, data } = recorded;
    if (this.fields[type] === undefined) return { type, data } as DomainEvent as Event;
    const revealed: Record<string, JsonValue> = { ...data };
    const found = this.found(type, data, aggregateId);
    for (const key of new Set(found.map((field) => field.key))) {
      const fields = found.filter((field) => field.key === key);
      const sealed = fields.map(({ field, value }) => [value, contextOf(stream, id, type, field)] as const);
      const opened = await this.keys.decryptAll(key, sealed);
      for (const [index, { field }] of fields.entries()) revealed[field] = opened?.[index] ?? null;
    }
    return { type, data: revealed } as DomainEvent as Event;
  }

  /** The protected fields that stand in an event, and the names of the keys they lie under. */
  private found(type: string, data: Json, aggregateId: string): readonly Found[] {
    return Object.entries(this.fields[type] ?? {}).flatMap(([field, keyName]) => {
      const value = data[field];
      return typeof value === 'string' ? [{ field, key: keyName(data, aggregateId), value }] : [];
    });
  }
}

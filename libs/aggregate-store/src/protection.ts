import type { DomainEvent, ProtectedFields } from '#event-sourcing';
import type { Json, RecordedEvent } from '#event-store';
import type { DataKeys } from '#vault';

type KeyName = (data: object, id: string) => string;
type Fields = Readonly<Record<string, KeyName>>;

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
    return this.map(event.type, event.data, at.aggregateId, (name, value, field) =>
      this.keys.encrypt(name, value, contextOf(at.stream, at.eventId, event.type, field)),
    );
  }

  /** The event as it was recorded; a field whose key was destroyed is null. */
  async reveal(recorded: RecordedEvent, aggregateId: string): Promise<Event> {
    const { type, stream, id } = recorded;
    const data = await this.map(type, recorded.data, aggregateId, (name, value, field) =>
      this.keys.decrypt(name, value, contextOf(stream, id, type, field)),
    );
    return { type, data } as DomainEvent as Event;
  }

  private async map(
    type: string,
    data: object,
    aggregateId: string,
    change: (keyName: string, value: string, field: string) => Promise<string | null>,
  ): Promise<Json> {
    const fields = this.fields[type];
    if (fields === undefined) return data as Json;
    const changed: Record<string, string | null> = {};
    for (const [field, keyName] of Object.entries(fields)) {
      const value = (data as Json)[field];
      if (typeof value === 'string') changed[field] = await change(keyName(data, aggregateId), value, field);
    }
    return { ...(data as Json), ...changed };
  }
}

import { StreamDeleted, WrongExpectedRevision } from '../errors.js';
import type { Appended, ExpectedRevision } from '../event-store.js';
import { isKept } from '../kept.js';
import { placeAppend } from '../placement.js';
import type { RetentionPolicy } from '../retention.js';
import type { Written } from '../row.js';
import type { Writer, WriterStatement } from './writer.js';

export type Append = Readonly<{ stream: string; events: readonly Written[]; expected: ExpectedRevision }>;
/** What became of one append: its answer, or why it alone was refused. */
export type Outcome = Appended | WrongExpectedRevision | StreamDeleted;

type StreamRow = { id: number; last: number; deleted: number };
type EventRow = { position: number; recorded_at: number };

type Statements = Readonly<{
  stream: WriterStatement;
  revisionOf: WriterStatement;
  eventAt: WriterStatement;
  open: WriterStatement;
  extend: WriterStatement;
  insert: WriterStatement;
  lasting: WriterStatement;
  passing: WriterStatement;
}>;

/** Carries out appends, each on its own, all of them in one transaction. Rejects only when the database fails. */
export class Appender {
  private constructor(
    private readonly writer: Writer,
    private readonly statements: Statements,
    private readonly clock: () => number,
    private readonly retention: RetentionPolicy,
  ) {}

  static async over(writer: Writer, clock: () => number, retention: RetentionPolicy): Promise<Appender> {
    const statements = {
      stream: await writer.prepare('SELECT id, last, deleted FROM stream WHERE name = ?'),
      revisionOf: await writer.prepare('SELECT revision FROM event WHERE stream = ? AND id = ?'),
      eventAt: await writer.prepare(
        'SELECT position, recorded_at FROM event WHERE stream = ? AND revision = ?',
      ),
      open: await writer.prepare('INSERT INTO stream (name, first, last) VALUES (?, 0, ?)'),
      extend: await writer.prepare('UPDATE stream SET last = ? WHERE id = ?'),
      insert: await writer.prepare(
        'INSERT INTO event (stream, revision, id, type, recorded_at) VALUES (?, ?, ?, ?, ?)',
      ),
      lasting: await writer.prepare('INSERT INTO lasting (position, data, metadata) VALUES (?, ?, ?)'),
      passing: await writer.prepare('INSERT INTO passing (position, data, metadata) VALUES (?, ?, ?)'),
    };
    return new Appender(writer, statements, clock, retention);
  }

  append(appends: readonly Append[]): Promise<readonly Outcome[]> {
    return this.writer.inTransaction(() => appends.map((append) => this.#appendOne(append)));
  }

  #appendOne({ stream: name, events, expected }: Append): Outcome {
    const stream = this.statements.stream.get(name) as StreamRow | undefined;
    if (stream?.deleted) return new StreamDeleted(name);
    const last = stream?.last ?? -1;
    const placement = placeAppend(expected, {
      last,
      standing: events.map(({ id }) => stream && this.#standing(stream, id)),
      readable: (revision) => stream !== undefined && this.#isReadable(name, stream, revision),
    });
    if (placement.kind === 'conflict') return new WrongExpectedRevision(name, expected, last);
    const end = placement.from + events.length - 1;
    if (placement.kind === 'repeated' || events.length === 0) return this.#answer(stream, end);
    const position = this.#record(name, this.#extended(name, stream, end), placement.from, events);
    return { revision: end, position };
  }

  #extended(name: string, stream: StreamRow | undefined, last: number): number {
    if (!stream) return Number(this.statements.open.run(name, last).lastInsertRowid);
    this.statements.extend.run(last, stream.id);
    return stream.id;
  }

  #record(name: string, stream: number, from: number, events: readonly Written[]): number {
    const recordedAt = Math.trunc(this.clock());
    const content = this.retention(name) ? this.statements.passing : this.statements.lasting;
    let position = -1;
    events.forEach(({ id, type, data, metadata }, index) => {
      position = Number(
        this.statements.insert.run(stream, from + index, id, type, recordedAt).lastInsertRowid,
      );
      content.run(position, data, metadata);
    });
    return position;
  }

  #standing(stream: StreamRow, id: string): number | undefined {
    return (this.statements.revisionOf.get(stream.id, id) as { revision: number } | undefined)?.revision;
  }

  #answer(stream: StreamRow | undefined, revision: number): Appended {
    return { revision, position: (stream && this.#at(stream, revision)?.position) ?? -1 };
  }

  #isReadable(name: string, stream: StreamRow, revision: number): boolean {
    const event = this.#at(stream, revision);
    if (!event) return false;
    const { last } = stream;
    return isKept(this.retention(name), { recordedAt: event.recorded_at, revision, last, now: this.clock() });
  }

  #at(stream: StreamRow, revision: number): EventRow | undefined {
    return this.statements.eventAt.get(stream.id, revision) as EventRow | undefined;
  }
}

import { mkdtemp, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { InMemoryEventStore, type RecordedEvent } from '#event-store';
import { ProjectionDatabase, runProjection, runReactor } from '#projections';

const SHAPE = 'CREATE TABLE noted (revision INTEGER PRIMARY KEY)';
const file = async () => join(await mkdtemp(join(tmpdir(), 'trousseau-projection-')), 'model.db');

const note = (store: InMemoryEventStore, times: number) =>
  store.append(
    'notes-1',
    Array.from({ length: times }, () => ({ id: randomUUID(), type: 'Noted', data: {}, metadata: {} })),
    'any',
  );

const run = (database: ProjectionDatabase, store: InMemoryEventStore) =>
  runProjection({
    database,
    name: 'noted',
    source: store,
    project:
      ({ revision }) =>
      (sql) =>
        void sql.prepare('INSERT INTO noted VALUES (?)').run(revision),
  });

const rows = (database: ProjectionDatabase) =>
  database.sql
    .prepare('SELECT revision FROM noted ORDER BY revision')
    .all()
    .map((row) => (row as { revision: number }).revision);

describe('runProjection', () => {
  it('applies every event once, over a restart', async () => {
    const [store, path] = [new InMemoryEventStore(), await file()];
    let database = ProjectionDatabase.open({ file: path, shape: SHAPE });
    let projection = run(database, store);
    await projection.reached((await note(store, 3)).position, 1000);
    await projection.stop();
    database.close();
    database = ProjectionDatabase.open({ file: path, shape: SHAPE });
    projection = run(database, store);
    await projection.reached((await note(store, 2)).position, 1000);
    expect(rows(database)).toEqual([0, 1, 2, 3, 4]);
    await projection.stop();
  });

  it('is filled again from position zero when its shape changes', async () => {
    const [store, path] = [new InMemoryEventStore(), await file()];
    const first = ProjectionDatabase.open({ file: path, shape: SHAPE });
    const before = run(first, store);
    const { position } = await note(store, 3);
    await before.reached(position, 1000);
    await before.stop();
    first.close();
    const second = ProjectionDatabase.open({ file: path, shape: `${SHAPE}; CREATE TABLE other (id)` });
    expect(rows(second)).toEqual([]);
    const after = run(second, store);
    await after.reached(position, 1000);
    expect(rows(second)).toEqual([0, 1, 2]);
    await after.stop();
  });

  it('is filled again from position zero when its file is damaged', async () => {
    const [store, path] = [new InMemoryEventStore(), await file()];
    await writeFile(path, 'not a database, but long enough to be looked at '.repeat(100));
    const database = ProjectionDatabase.open({ file: path, shape: SHAPE });
    const projection = run(database, store);
    await projection.reached((await note(store, 2)).position, 1000);
    expect(rows(database)).toEqual([0, 1]);
    await projection.stop();
  });

  it('moves neither rows nor checkpoint when a change fails', async () => {
    const database = ProjectionDatabase.open({ file: ':memory:', shape: SHAPE });
    expect(() =>
      database.advance('noted', 7, (sql) => {
        sql.prepare('INSERT INTO noted VALUES (1)').run();
        throw new Error('no');
      }),
    ).toThrow('no');
    expect([rows(database), database.checkpoint('noted')]).toEqual([[], -1]);
  });
});

describe('a read model whose changes linger', () => {
  const insert = (revision: number) => (sql: ProjectionDatabase['sql']) =>
    void sql.prepare('INSERT INTO noted VALUES (?)').run(revision);
  const seenByOthers = (path: string) => {
    const other = ProjectionDatabase.open({ file: path, shape: SHAPE });
    const seen = [rows(other), other.checkpoint('noted')];
    other.close();
    return seen;
  };

  it('shows them here at once, and elsewhere with their checkpoint soon', async () => {
    const path = await file();
    const database = ProjectionDatabase.open({ file: path, shape: SHAPE });
    database.advance('noted', 1, insert(1));
    database.advance('noted', 2, insert(2));
    expect([rows(database), database.checkpoint('noted')]).toEqual([[1, 2], 2]);
    expect(seenByOthers(path)).toEqual([[], -1]);
    while (seenByOthers(path)[1] === -1) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(seenByOthers(path)).toEqual([[1, 2], 2]);
    database.close();
  });

  it('keeps those before one that fails', async () => {
    const database = ProjectionDatabase.open({ file: ':memory:', shape: SHAPE });
    database.advance('noted', 1, insert(1));
    expect(() => database.advance('noted', 2, insert(1))).toThrow('UNIQUE');
    database.advance('noted', 3, insert(3));
    database.commit();
    expect([rows(database), database.checkpoint('noted')]).toEqual([[1, 3], 3]);
    database.close();
  });

  it('does them anew when a full disk has rolled them back', async () => {
    const path = await file();
    const database = ProjectionDatabase.open({ file: path, shape: `${SHAPE}; CREATE TABLE big (text)` });
    database.advance('noted', 1, insert(1));
    database.sql.exec('PRAGMA max_page_count = 1');
    const much = (sql: ProjectionDatabase['sql']) =>
      void sql.prepare('INSERT INTO big VALUES (?)').run('x'.repeat(1_000_000));
    expect(() => database.advance('noted', 2, much)).toThrow('full');
    database.sql.exec('PRAGMA max_page_count = 1000000');
    database.advance('noted', 3, insert(3));
    database.commit();
    expect([rows(database), database.checkpoint('noted')]).toEqual([[1, 3], 3]);
    database.close();
  });
});

describe('runReactor', () => {
  it('goes on after a restart where it had finished, and repeats what it had not', async () => {
    const [store, path] = [new InMemoryEventStore(), await file()];
    const seen: number[] = [];
    const react = async ({ revision }: RecordedEvent) => void seen.push(revision);
    const first = ProjectionDatabase.open({ file: path, shape: '' });
    const before = runReactor({ database: first, name: 'r', source: store, react });
    await before.reached((await note(store, 2)).position, 1000);
    await before.stop();
    first.close();
    const second = ProjectionDatabase.open({ file: path, shape: '' });
    const after = runReactor({ database: second, name: 'r', source: store, react });
    await after.reached((await note(store, 1)).position, 1000);
    expect(seen).toEqual([0, 1, 2]);
    await after.stop();
  });
});

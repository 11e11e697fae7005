import { AggregateStore } from '#aggregate-store';
import { declaredRetention, type EventStore } from '#event-store';
import type { Publish } from '#messaging';
import { besideDraft, Draft, refill, type Sql } from '#projections';
import { DataKeys, OpeningThread } from '#vault';
import {
  forgottenSignIns,
  listDifferences,
  peopleMade,
  type RowDifference,
} from './list-differences.query.js';
import { touchedSince } from './touched-since.step.js';
import { UserListRefill } from './user-list-refill.step.js';
import { userListShape } from './user-list.shape.js';

type Options = Readonly<{
  store: EventStore;
  masterKeys: readonly Buffer[];
  /** Where the list stands; the service may go on with it. */
  file: string;
  /** What auth tells. Without it, where messages travel over Kafka, only what users tell is compared. */
  publishAuth?: Publish;
  /** The time, as ISO 8601. */
  now(): string;
  /** Told the position that is behind; what it throws ends everything. */
  progress?(position: number): void;
}>;

/** What came of holding the list that serves to the log. */
export type ListVerdict = Readonly<{
  /** Where the draft ends. */
  position: number;
  /** How far the list that serves says it is; null: over Kafka that is no position of the log. */
  live: Readonly<{ users: number; signIns: number | null }>;
  /** How many people the log makes a list of. */
  people: number;
  differences: readonly RowDifference[];
  /** Touched by events that one of the two did not know yet: nothing is said of them. */
  moving: number;
  /** Last sign-ins that the log has forgotten, and the list has not. */
  forgotten: number;
}>;

/** Makes the user list anew from the log, in a draft that is taken away again, and compares the list that serves with it. Throws NotComparable. */
export const verifyUserList = async (options: Options): Promise<ListVerdict> => {
  const { store, masterKeys, file, publishAuth, progress } = options;
  // Beside that of a rebuild, which may be under way.
  const draft = new Draft({ file: `${file}.verify`, shape: userListShape });
  const opening = new OpeningThread(masterKeys);
  try {
    const keys = new DataKeys(store, masterKeys, opening);
    const model = new UserListRefill(new AggregateStore(store, keys), keys, publishAuth);
    const position = await refill({ draft, store, model, ...(progress && { progress }) });
    const finished = await draft.finished();
    const signIns = publishAuth !== undefined;
    const asked = { signIns, forgottenBefore: forgottenBefore(options.now()) };
    const read = besideDraft({ file, shape: userListShape, draft: finished }, (sql) => ({
      live: { users: checkpoint(sql, 'users'), signIns: signIns ? checkpoint(sql, 'sign-ins') : null },
      people: peopleMade(sql),
      differences: listDifferences(sql, asked),
      forgotten: forgottenSignIns(sql, asked),
    }));
    const moving = await touchedSince({
      ...{ store, concerns: model.concerns, publishAuth },
      users: Math.min(position, read.live.users),
      signIns: Math.min(position, read.live.signIns ?? position),
    });
    const differences = read.differences.filter(({ userId }) => !moving.has(userId));
    return { ...read, position, differences, moving: moving.size };
  } finally {
    await Promise.all([opening.end(), draft.end()]);
  }
};

const forgottenBefore = (now: string): string =>
  new Date(Date.parse(now) - (declaredRetention('session-')?.maxAge ?? 0) * 1000).toISOString();

const checkpoint = (sql: Sql, name: string): number => {
  const row = sql.prepare('SELECT position FROM main.checkpoint WHERE name = ?').get(name);
  return (row as { position: number } | undefined)?.position ?? -1;
};

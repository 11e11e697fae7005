import { declaredRetention } from '#event-store';
import { besideDraft, Draft, type Sql } from '#projections';
import { fillUserList, type Filling } from './fill-user-list.step.js';
import {
  forgottenSignIns,
  listDifferences,
  peopleMade,
  type RowDifference,
} from './list-differences.query.js';
import { touchedSince } from './touched-since.step.js';
import { userListShape } from './user-list.shape.js';

type Options = Filling &
  Readonly<{
    /** Where the list stands; the service may go on with it. */
    file: string;
    /** The time, as ISO 8601. */
    now(): string;
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
  const { store, file, publishAuth, now } = options;
  // Beside that of a rebuild, which may be under way.
  const draft = new Draft({ file: `${file}.verify`, shape: userListShape });
  try {
    const position = await fillUserList(draft, options);
    const finished = await draft.finished();
    const signIns = publishAuth !== undefined;
    const asked = { signIns, forgottenBefore: forgottenBefore(now()) };
    const read = besideDraft({ file, shape: userListShape, draft: finished }, (sql) => ({
      live: { users: checkpoint(sql, 'users'), signIns: signIns ? checkpoint(sql, 'sign-ins') : null },
      people: peopleMade(sql),
      differences: listDifferences(sql, asked),
      forgotten: forgottenSignIns(sql, asked),
    }));
    const moving = await touchedSince({
      ...{ store, publishAuth },
      users: Math.min(position, read.live.users),
      signIns: Math.min(position, read.live.signIns ?? position),
    });
    const differences = read.differences.filter(({ userId }) => !moving.has(userId));
    return { ...read, position, differences, moving: moving.size };
  } finally {
    await draft.end();
  }
};

const forgottenBefore = (now: string): string =>
  new Date(Date.parse(now) - (declaredRetention('session-')?.maxAge ?? 0) * 1000).toISOString();

const checkpoint = (sql: Sql, name: string): number => {
  const row = sql.prepare('SELECT position FROM main.checkpoint WHERE name = ?').get(name);
  return (row as { position: number } | undefined)?.position ?? -1;
};

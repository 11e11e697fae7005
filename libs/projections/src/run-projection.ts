import type { Subscription } from '#event-store';
import type { ProjectionDatabase } from './projection-database.js';
import type { Source } from './source.js';
import type { Sql } from './sql.js';

/** What an item changes in the read model; null when nothing. */
export type Change = ((sql: Sql) => void) | null;

type Options<Item extends Readonly<{ position: number }>> = Readonly<{
  database: ProjectionDatabase;
  /** Names the checkpoint. */
  name: string;
  source: Source<Item>;
  /** Prepares the change (it may decrypt); the change itself runs in the transaction that moves the checkpoint. */
  project(item: Item): Promise<Change> | Change;
}>;

/** Items that change nothing move the checkpoint only so often: reading them again costs little. */
const IDLE_ITEMS = 1000;

/** Keeps a read model up to date from where it left off. A reader waits with `reached` for "at least that position" (invariant 8). */
export const runProjection = <Item extends Readonly<{ position: number }>>({
  database,
  name,
  source,
  project,
}: Options<Item>): Subscription => {
  let idle = 0;
  return source.subscribe({
    after: database.checkpoint(name),
    handle: async (item, checkpoint = item.position) => {
      const change = await project(item);
      idle = change === null ? idle + 1 : 0;
      if (change !== null) database.advance(name, checkpoint, change);
      else if (idle % IDLE_ITEMS === 0) database.advance(name, checkpoint);
    },
  });
};

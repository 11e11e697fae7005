import type { Subscription } from '#event-store';
import type { ProjectionDatabase } from './projection-database.js';
import type { Source } from './source.js';

type Options<Item extends Readonly<{ position: number }>> = Readonly<{
  database: ProjectionDatabase;
  /** Names the checkpoint. */
  name: string;
  source: Source<Item>;
  /** Must be idempotent: after a crash the last item comes again. Answers false when the item did not concern it. */
  react(item: Item): Promise<void | false>;
}>;

/** Does something about each item, at least once, and goes on from the checkpoint after a restart. */
export const runReactor = <Item extends Readonly<{ position: number }>>({
  database,
  name,
  source,
  react,
}: Options<Item>): Subscription =>
  source.subscribe({
    after: database.checkpoint(name),
    handle: async (item, checkpoint = item.position) => {
      if ((await react(item)) !== false) database.advance(name, checkpoint);
    },
  });

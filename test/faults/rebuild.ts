import { setTimeout as pause } from 'node:timers/promises';
import { AggregateStore } from '#aggregate-store';
import { publishAuth } from '#apps/auth';
import { publishUsers } from '#apps/users';
import { EventStoreFeed, InMemoryDeadLetters } from '#messaging';
import { Metrics } from '#metrics';
import { type Platform, Readiness, openEventStore } from '#platform';
import { ProjectionDatabase } from '#projections';
import { openSecrets } from '#secrets';
import type { Settings } from '#settings';
import { DataKeys } from '#vault';
import { project, shape } from '../../apps/auth/src/testing/read-model.js';
import { UserListProjection } from '../../apps/users/src/testing/read-model.js';
import { type Rows, queries } from './read-models.js';

const PAGE = 1000;

/** The read models as they are when they are made from the log alone, from its beginning, in one process. */
export const rebuilt = async (settings: Settings): Promise<Readonly<{ list: Rows; directory: Rows }>> => {
  const events = await openEventStore(settings);
  const { masterKeys } = await openSecrets(settings.secretsFolder);
  const directory = ProjectionDatabase.open({ file: ':memory:', shape });
  const readiness = new Readiness();
  const feed = new EventStoreFeed(events, [publishAuth, publishUsers], new InMemoryDeadLetters());
  const parts = { background: true, readModel: () => ':memory:', readiness, metrics: new Metrics() };
  const list = new UserListProjection(
    { ...parts, events, feed } as unknown as Platform,
    new AggregateStore(events, new DataKeys(events, masterKeys)),
  );
  try {
    list.onModuleInit();
    let reached = -1;
    for (let page = await events.readAll(-1, PAGE); page.length > 0;) {
      for (const event of page) project(event)?.(directory.sql);
      reached = page.at(-1)!.position;
      page = await events.readAll(reached, PAGE);
    }
    while ((await readiness.report()).length > 0) await pause(10);
    return {
      list: list.sql!.prepare(queries['user-list']).all(),
      directory: [queries.auth, queries.sessions].flatMap((query) => directory.sql.prepare(query).all()),
    };
  } finally {
    await list.onModuleDestroy();
    directory.close();
    await events.close();
  }
};

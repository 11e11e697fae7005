import { join } from 'node:path';
import { publishAuth } from '#apps/auth';
import { rebuildUserList } from '#apps/users';
import { ProjectionDatabase } from '#projections';
import { personPage } from '../../../apps/users/src/user-list/person-page.query.js';
import { userListShape } from '../../../apps/users/src/user-list/user-list.shape.js';
import { declaredRetention, eventOf } from '#event-store';
import { LeafLog, leavesFile, noteKeyOf, notarySigner, verifyStore } from '#evidence';
import type { Platform } from '#platform';
import { timelineOf } from '../../../apps/cli/src/audit/replay/timeline.js';
import { timelineText } from '../../../apps/cli/src/audit/replay/timeline-text.js';
import { schoolMembers, userStreams } from '../../../apps/cli/src/audit/export/streams-of.js';
import { accessAt, accessWithSessionsAt } from '../../../apps/cli/src/audit/state/access-at.js';
import { memberOf, type Population, scattered } from './population.js';
import { quantile } from '../statistics.js';

/** What a measure found, by name. */
export type Figures = Readonly<Record<string, number>>;

type Given = Readonly<{ platform: Platform; population: Population }>;

const ASKED = 300;

/** Milliseconds of something done for one random user after the other; the first few warm the process up. */
const forUsers = async (
  { population }: Given,
  task: (userId: string, index: number) => Promise<unknown>,
): Promise<Figures> => {
  const took: number[] = [];
  for (let turn = -50; turn < ASKED; turn += 1) {
    const index = scattered(turn + 1000, 7) % population.users;
    const { userId } = memberOf(population, index);
    const begun = performance.now();
    await task(userId, turn);
    if (turn >= 0) took.push(performance.now() - begun);
  }
  return { median: quantile(took, 0.5), p95: quantile(took, 0.95), p99: quantile(took, 0.99) };
};

export const measures = {
  /** `audit replay --user`, from the streams to the text. */
  replayOne: ({ platform: { events }, ...given }: Given) =>
    forUsers({ platform: { events } as Platform, ...given }, async (userId) => {
      const recorded = (await Promise.all(userStreams(userId).map((stream) => events.read(stream)))).flat();
      const text = timelineText('fr', timelineOf(recorded, {}), userId);
      if (recorded.length === 0 || text === '') throw new Error(`nothing of ${userId}`);
    }),

  /** The whole log, handed over event by event as a projection that is rebuilt takes it. */
  replayAll: async ({ platform: { events } }: Given) => {
    let count = 0;
    for await (const page of events.storedPages(-1))
      for (const { stream } of page) if (stream !== '') count += 1;
    return { events: count };
  },

  /** The same with what every event says parsed, whoever it concerns. */
  replayParsed: async ({ platform: { events } }: Given) => {
    let count = 0;
    for await (const page of events.storedPages(-1)) {
      for (const stored of page) if (typeof eventOf(stored).data === 'object') count += 1;
    }
    return { events: count };
  },

  /** `audit state --user --at`, at instants all over the log. */
  state: async (given: Given) => {
    const { events } = given.platform;
    const head = await events.head();
    return forUsers(given, async (userId, turn) => {
      const [event] = await events.readAll(scattered(turn, 3) % head, 1);
      const at = String(event?.metadata['at'] ?? new Date().toISOString());
      await accessWithSessionsAt(events, userId, { at, now: at });
    });
  },

  /** `audit state --school --at`, of schools of fifty. */
  school: async (given: Given) => {
    const { events, clock } = given.platform;
    return forUsers(given, async (_, turn) => {
      // The second half: nobody there is of the large school.
      const index =
        given.population.users - 1 - (scattered(turn + 1000, 5) % Math.floor(given.population.users / 2));
      const at = clock.now();
      const members = await schoolMembers(events, memberOf(given.population, index).schoolId, at);
      if (members.length === 0) throw new Error('an empty school');
      for (const userId of members) await accessAt(events, userId, at);
    });
  },

  /** `projection rebuild user-list`, to the file that the next start takes over. */
  rebuild: async ({ platform: { events, secrets, settings } }: Given) => {
    const file = join(settings.dataFolder, 'user-list.db');
    const head = await rebuildUserList({ store: events, masterKeys: secrets.masterKeys, file, publishAuth });
    return { events: head };
  },

  /** The first page of the list as a manager opens it, every other time in the largest school of all. */
  list: async ({ platform: { settings }, ...given }: Given) => {
    const { sql } = ProjectionDatabase.open({
      file: join(settings.dataFolder, 'user-list.db'),
      shape: userListShape,
    });
    const page = { q: '', sort: 'name', descending: false, limit: 50, after: null } as const;
    return forUsers({ platform: { settings } as Platform, ...given }, async (_, turn) => {
      const index = turn % 2 === 0 ? 0 : scattered(turn + 1000, 7) % given.population.users;
      const { rows } = personPage(sql, { schoolId: memberOf(given.population, index).schoolId, ...page });
      if (rows.length === 0) throw new Error('an empty school');
    });
  },

  /** `audit verify`, the checkpoint with it. */
  verify: async ({ platform: { events, secrets, settings, clock } }: Given) => {
    const leaves = LeafLog.open(leavesFile(settings.dataFolder));
    const verdict = await verifyStore({
      store: events,
      leaves,
      key: noteKeyOf(notarySigner(secrets)),
      checkpoints: [],
      retention: declaredRetention,
      now: Date.parse(clock.now()),
    });
    leaves.close();
    if (verdict.findings.length > 0) throw new Error(JSON.stringify(verdict.findings[0]));
    return { events: verdict.events, signed: verdict.signed };
  },
} satisfies Record<string, (given: Given) => Promise<Figures>>;

export type MeasureName = keyof typeof measures;

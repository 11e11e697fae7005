import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { declaredRetention, type NewEvent, type RecordedEvent, SqliteEventStore } from '#event-store';
import { ensureBuilt } from '../../../tools/build.js';
import { HttpClient } from '../../product/http-client.js';
import { MailSink } from '../../product/mail-sink.js';
import { settleSchool, signIn } from '../../product/people.js';
import { Product } from '../../product/product.js';
import type { Goal } from '../report.js';
import { median } from '../statistics.js';

const ROUNDS = 150;
const WARM_UP = 30;
const AT_ONCE = 1000;
/** Milliseconds: on a busy machine it takes minutes until so much is read. */
const PATIENCE = 900_000;
/** The sessions of the past are over. */
const PAST = { expiresAt: new Date(Date.now() - 86_400_000).toISOString() };

const again = ({ type, data, metadata }: RecordedEvent): NewEvent => {
  const id = randomUUID();
  return { id, type, data, metadata: { ...metadata, commandId: id } };
};

/** Records what one sign-in left so many times more: in the same streams of attempts, and in sessions of their own. */
const repeat = async (store: SqliteEventStore, left: readonly RecordedEvent[], count: number) => {
  const isSession = ({ stream }: RecordedEvent) => stream.startsWith('session-');
  for (let done = 0; done < count; done += AT_ONCE) {
    await Promise.all(
      Array.from({ length: Math.min(AT_ONCE, count - done) }, async () => {
        for (const event of left) {
          const repeated = again(event);
          if (!isSession(event)) await store.append(event.stream, [repeated], 'any');
          else {
            const sessionId = randomBytes(32).toString('hex');
            const data = { ...event.data, ...PAST, sessionId };
            await store.append(`session-${sessionId}`, [{ ...repeated, data }], 'any');
          }
        }
      }),
    );
  }
};

/** Sign-ins of somebody with so many behind them against those of somebody new, in turns, one after the other. */
export const signInsAfterMany = async (count: number): Promise<Goal> => {
  ensureBuilt({ quiet: true });
  const mails = await MailSink.open();
  const folder = await mkdtemp(join(tmpdir(), 'trousseau-bench-sign-ins-'));
  // It says much while it starts on a long log, which is of interest only if it fails.
  const logFile = join(folder, 'product.log');
  const product = await Product.prepare({ smtpUrl: mails.url, folder, logFile, logLevel: 'warn' });
  const client = new HttpClient(product.port);
  try {
    await product.start();
    const { people } = await settleSchool(product, client, mails, 2);
    const [old, fresh] = [people[0]!, people[1]!];
    console.error(`recording ${count} sign-ins of one user …`);
    const store = SqliteEventStore.open({
      file: join(product.folder, 'events.db'),
      retention: declaredRetention,
    });
    const before = await store.head();
    await signIn(client, old.identifier, old.key);
    await product.stop();
    const left = (await store.readAll(before, 100)).filter(({ stream }) =>
      /^(attempts|session)-/.test(stream),
    );
    await repeat(store, left, count);
    await store.close();

    await product.start(PATIENCE);
    const took = { old: [] as number[], fresh: [] as number[] };
    for (let round = -WARM_UP; round < ROUNDS; round += 1) {
      for (const who of ['fresh', 'old'] as const) {
        const { identifier, key } = who === 'old' ? old : fresh;
        const begun = performance.now();
        await signIn(client, identifier, key);
        if (round >= 0) took[who].push(performance.now() - begun);
      }
    }
    const [many, few] = [median(took.old), median(took.fresh)];
    return {
      what: `sign-in after ${count} others / the first ones`,
      value: many / few,
      unit: 'x',
      goal: 1.1,
      better: 'less',
      how: `medians ${many.toFixed(1)} ms and ${few.toFixed(1)} ms`,
    };
  } catch (error) {
    const said = await readFile(logFile, 'utf8').catch(() => 'nothing');
    console.error(`the product said last:\n${said.split('\n').slice(-10).join('\n')}`);
    throw error;
  } finally {
    client.close();
    await product.remove();
    await mails.close();
  }
};

import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { InMemoryEventStore } from '#event-store';
import { eventually } from '#event-store/testing';
import { checkpointsTopic, openKafka } from '#kafka';
import { TestBroker, describeOnKafka } from '../../../../test/kafka/kafka-suite.js';
import { signCheckpoint } from '../checkpoint/sign-checkpoint.js';
import { exportWhole } from '../export/export-whole.js';
import { LeafLog } from '../leaf-log/leaf-log.js';
import { formatNoteKey } from '../note/note-key.js';
import { noteKeyOf } from '../note/sign-note.js';
import { InMemoryPublisher } from '../testing/in-memory-publisher.js';
import { Journey } from '../testing/journey.js';
import { verifyExport } from '../verifier/verify-export.js';
import { CheckpointContradicted, type CheckpointPublisher } from './checkpoint-publisher.js';
import { Notary } from './notary.js';
import { openCheckpointTopic, readCheckpointTopic } from './open-topic.js';

const LONG = 120_000;
const AT = '2026-11-22T12:00:00.000Z';

describeOnKafka('checkpoints in a topic', () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const signer = { name: 'trousseau.example/log/topic', privateKey };
  const [store, leaves] = [new InMemoryEventStore(), LeafLog.open(':memory:')];
  const journey = new Journey(store, 30);
  const folder = new InMemoryPublisher();
  let broker: TestBroker;
  let topic: CheckpointPublisher;
  let notary: Notary;

  const client = (clientId: string) =>
    openKafka({
      brokers: [broker.address],
      clientId,
      log: { warn: () => undefined, debug: () => undefined },
    });
  const opened = () => openCheckpointTopic(client('notary'), 'notary', signer.name);
  const notesInside = async () => (await store.read('checkpoint')).map(({ data }) => String(data['note']));

  /** What an auditor reads with a client of their own. */
  const readPlainly = async (count: number) => {
    const consumer = broker.kafka('auditor').consumer({ groupId: `auditor-${Math.random()}` });
    const records: { key: string; value: string }[] = [];
    await consumer.connect();
    await consumer.subscribe({ topics: [checkpointsTopic], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachMessage: async ({ message: { key, value } }) => {
        records.push({ key: String(key), value: String(value) });
      },
    });
    await eventually(() => expect(records.length).toBeGreaterThanOrEqual(count));
    await consumer.disconnect();
    return records;
  };

  beforeAll(async () => {
    broker = await TestBroker.start();
    topic = await opened();
    // A broker that has just begun may not lead every partition yet.
    await eventually(() => topic.latest());
    const schedule = { events: Infinity, milliseconds: Infinity };
    const publishers = [folder, topic];
    notary = new Notary({ store, leaves, publishers, signer, schedule, now: () => AT });
    await notary.start();
  }, LONG);

  afterAll(async () => {
    await Promise.all([notary.stop(), topic.close()]);
    leaves.close();
    await store.close();
    await broker.remove();
  }, LONG);

  it(
    'stand there as they were signed, in order, and an export is verified against them (EVT-12)',
    async () => {
      for (const part of [20, 10, 5]) {
        await journey.go(part);
        expect(await notary.sign()).toBe(true);
      }
      const inside = await notesInside();
      const records = await readPlainly(3);
      expect(records).toEqual(inside.map((value) => ({ key: signer.name, value })));

      const lines = exportWhole({
        store,
        leaves,
        key: noteKeyOf(signer),
        checkpoint: inside[2]!,
        exportedAt: AT,
      });
      let text = '';
      for await (const line of lines) text += line;
      // As kafka-console-consumer prints values: one after the other, each with a newline.
      const printed = records.map(({ value }) => `${value}\n`).join('');
      const verified = (given: string) =>
        verifyExport(bytesOf(given), {
          key: formatNoteKey(noteKeyOf(signer)),
          checkpoint: printed,
          now: Date.parse(AT),
        });
      expect(await verified(text)).toMatchObject({ sound: true, size: 37 });
      expect(await verified(text.replace('"KeyChosen"', '"KeyChozen"'))).toMatchObject({ sound: false });
    },
    LONG,
  );

  it(
    'are not sent again by another notary, and never contradicted',
    async () => {
      const another = await opened();
      const [first, , last] = await notesInside();
      expect(await another.latest()).toEqual({ size: 37, note: last });
      await another.publish({ size: 20, note: first! });
      const other = signCheckpoint({ size: 20, root: Buffer.alloc(32, 9) }, signer);
      await expect(another.publish({ size: 20, note: other })).rejects.toThrow(CheckpointContradicted);
      await another.close();
      expect(await readCheckpointTopic(client('auditor'), 'auditor', signer.name)).toEqual(
        await notesInside(),
      );
      expect(await readCheckpointTopic(client('auditor'), 'auditor', 'another.example/log')).toEqual([]);
    },
    LONG,
  );

  it(
    'come in order once the broker is back; signing went on without it',
    async () => {
      await broker.broker.kill();
      for (let round = 0; round < 2; round += 1) {
        await journey.go(1);
        await expect(notary.sign()).rejects.toThrow();
      }
      const inside = await notesInside();
      expect(inside).toHaveLength(5);
      expect([...folder.notes.values()]).toEqual(inside);
      expect(notary.outside().find(({ place }) => place === 'topic')?.waiting).toBe(2);
      await broker.broker.start();
      await eventually(() =>
        expect(notary.outside().find(({ place }) => place === 'topic')?.waiting).toBe(0),
      );
      // At least once: what was on its way when the broker went may stand there twice.
      expect([...new Set((await readPlainly(5)).map(({ value }) => value))]).toEqual(inside);
    },
    LONG,
  );
});

async function* bytesOf(text: string) {
  yield Buffer.from(text);
}

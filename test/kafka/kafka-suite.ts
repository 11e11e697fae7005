import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from '@jest/globals';
import kafkajs, { type Kafka } from 'kafkajs';
import { type Broker, startBroker } from '../../tools/kafka/broker.js';
import { createTopics } from '../../tools/kafka/create-topics.js';
import { whyNoBroker } from '../../tools/kafka/fetch.js';

const missing = whyNoBroker();
const here = missing === null ? describe : describe.skip;

/** A suite that needs a real broker: skipped by name where none can run. */
export const describeOnKafka = (name: string, suite: () => void): void =>
  here(missing === null ? name : `${name} (skipped: ${missing})`, suite);

/** A fresh broker with the declared topics, on loopback. */
export class TestBroker {
  private constructor(
    readonly broker: Broker,
    private readonly folder: string,
  ) {}

  static async start(): Promise<TestBroker> {
    const folder = await mkdtemp(join(tmpdir(), 'trousseau-kafka-'));
    const test = new TestBroker(await startBroker({ folder }), folder);
    const admin = test.kafka('topics').admin();
    await admin.connect();
    await createTopics(admin);
    await admin.disconnect();
    return test;
  }

  get address(): string {
    return this.broker.address;
  }

  /** A client of one's own, beside the product's. */
  kafka(clientId: string): Kafka {
    return new kafkajs.Kafka({ clientId, brokers: [this.address], logLevel: kafkajs.logLevel.NOTHING });
  }

  async remove(): Promise<void> {
    await this.broker.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from '@jest/globals';
import kafkajs, { type Kafka, type KafkaConfig } from 'kafkajs';
import { type Broker, type Guard, startBroker } from '../../tools/kafka/broker.js';
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

  /** With a `guard` it lets in only who has a name and a secret, over TLS; nobody may do anything yet. */
  static async start(guard?: Guard): Promise<TestBroker> {
    const folder = await mkdtemp(join(tmpdir(), 'trousseau-kafka-'));
    const test = new TestBroker(await startBroker({ folder, ...(guard && { guard }) }), folder);
    const admin = test.kafka('topics').admin();
    await admin.connect();
    await createTopics(admin);
    await admin.disconnect();
    return test;
  }

  get address(): string {
    return this.broker.address;
  }

  /** A client of one's own, beside the product's; the administrator's unless `as` names another or nobody. */
  kafka(clientId: string, as: Pick<KafkaConfig, 'ssl' | 'sasl'> = this.broker.administrator): Kafka {
    const logLevel = kafkajs.logLevel.NOTHING;
    return new kafkajs.Kafka({ clientId, brokers: [this.address], logLevel, ...as });
  }

  async remove(): Promise<void> {
    await this.broker.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}

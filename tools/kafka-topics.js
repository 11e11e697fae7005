// @ts-check
// npm run kafka:topics: makes the declared topics (deploy/kafka/topics.json) on KAFKA_BROKERS; --acls allows each service its own.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ensureInstalled } from './install.js';

ensureInstalled();
const { default: kafkajs } = await import('kafkajs');
const { createAccess, createTopics } = await import('./kafka/create-topics.js');

const { values } = parseArgs({
  options: {
    replication: { type: 'string', default: '1' },
    acls: { type: 'boolean', default: false },
    'tls-ca': { type: 'string' },
    principal: { type: 'string' },
    'secret-file': { type: 'string' },
  },
});

const { principal, 'secret-file': secretFile, 'tls-ca': ca } = values;
const kafka = new kafkajs.Kafka({
  clientId: 'trousseau-topics',
  brokers: (process.env['KAFKA_BROKERS'] ?? '127.0.0.1:9092').split(',').map((broker) => broker.trim()),
  logLevel: kafkajs.logLevel.ERROR,
  ...(ca && { ssl: { ca: [readFileSync(ca, 'utf8')] } }),
  ...(principal &&
    secretFile && {
      sasl: {
        mechanism: 'scram-sha-512',
        username: principal,
        password: readFileSync(secretFile, 'utf8').trim(),
      },
    }),
});
const admin = kafka.admin();
try {
  await admin.connect();
  const made = await createTopics(admin, { replication: Number(values.replication) });
  console.log(made.length === 0 ? 'every topic stands' : `made: ${made.join(', ')}`);
  if (values.acls) console.log(`${await createAccess(admin)} rules of access stand`);
} catch (error) {
  console.error(`npm run kafka:topics: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  await admin.disconnect();
}

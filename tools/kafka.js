// @ts-check
// npm run kafka: one Kafka broker on loopback, from Maven Central, for development where there is no Docker. Needs Java 17.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled } from './install.js';

ensureInstalled();
const { startBroker } = await import('./kafka/broker.js');
const { KAFKA_VERSION, whyNoBroker } = await import('./kafka/fetch.js');

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: process.env['KAFKA_PORT'] ?? '9092' },
    'controller-port': { type: 'string' },
    data: { type: 'string', default: process.env['KAFKA_DATA'] ?? './data/kafka' },
  },
});

const missing = whyNoBroker();
if (missing !== null) {
  console.error(`npm run kafka: ${missing}.`);
  process.exit(1);
}
const port = Number(values.port);
const broker = await startBroker({
  folder: resolve(values.data),
  port,
  controllerPort: Number(values['controller-port'] ?? port + 1),
});
console.log(`Apache Kafka ${KAFKA_VERSION}: KAFKA_BROKERS=${broker.address}`);
console.log('Its topics: npm run kafka:topics. Ctrl+C ends it.');
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => void broker.stop().then(() => process.exit(0)));
}

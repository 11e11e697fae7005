import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ProtocolServer } from './protocol-server.js';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: process.env['EVENTSTORE_PORT'] ?? '2113' },
    data: { type: 'string', default: process.env['EVENTSTORE_DATA'] ?? './data/eventstore' },
    address: { type: 'string', default: '127.0.0.1' },
  },
});

await mkdir(values.data, { recursive: true, mode: 0o700 });
const server = await ProtocolServer.start({
  file: join(values.data, 'eventstore.db'),
  port: Number(values.port),
  address: values.address,
});
console.log(`event store for tests: esdb://${values.address}:${server.port}?tls=false`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.stop());

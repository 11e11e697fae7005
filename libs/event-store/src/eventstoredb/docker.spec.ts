import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, jest } from '@jest/globals';
import type { StartedTestContainer } from 'testcontainers';
import { EVENT_STORE_IMAGE } from './image.js';
import { PATIENT, contractOn } from './testing/on-a-server.js';

const asked = spawnSync('docker', ['info', '--format', '{{.ServerVersion}}'], { timeout: 10_000 });
const answers = asked.status === 0;
let server: StartedTestContainer | undefined;

beforeAll(async () => {
  if (!answers) return;
  const { GenericContainer, Wait } = await import('testcontainers');
  server = await new GenericContainer(EVENT_STORE_IMAGE)
    .withEnvironment({ KURRENTDB_INSECURE: 'true', KURRENTDB_MEM_DB: 'true' })
    .withExposedPorts(2113)
    .withWaitStrategy(Wait.forHttp('/health/live', 2113).forStatusCodeMatching((code) => code < 300))
    .start();
}, 300_000);
afterAll(() => server?.stop());

jest.setTimeout(PATIENT);
contractOn(
  EVENT_STORE_IMAGE,
  () => `kurrentdb://${server?.getHost()}:${server?.getMappedPort(2113)}?tls=false`,
  answers ? undefined : 'no Docker engine answers here',
);

import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EventStoreDBClient } from '@eventstore/db-client';
import { type ConnectionSettings, credentialsOf } from '#settings';

export type Client = EventStoreDBClient;

/** What the client keeps to itself, as far as this file and `disconnect` reach into it. */
type Inside = {
  supports(): Promise<boolean>;
  handleError(...args: unknown[]): Promise<void>;
  getChannel(): Promise<{ close(): void }>;
};

const inside = (client: Client): Inside => client as unknown as Inside;
const fileOf = async (path: string | undefined): Promise<Buffer | undefined> =>
  path === undefined ? undefined : readFile(path);

/** A client for these settings; connects at its first call. Rejects when a file that is named cannot be read. */
export async function connect(settings: ConnectionSettings): Promise<Client> {
  const [rootCertificate, userCertFile, userKeyFile, credentials] = await Promise.all([
    fileOf(settings.caFile),
    fileOf(settings.certFile),
    fileOf(settings.keyFile),
    fileOf(settings.credentialsFile),
  ]);
  const { user, secret } = credentialsOf(credentials?.toString()) ?? settings.credentials ?? {};
  // Loaded here: whoever runs on the embedded store does not pay for gRPC.
  const { EventStoreDBClient: Client } = await import('@eventstore/db-client');
  const options = {
    defaultDeadline: settings.deadline,
    keepAliveInterval: settings.keepAliveInterval,
    keepAliveTimeout: settings.keepAliveTimeout,
    maxDiscoverAttempts: settings.discoveryAttempts,
    discoveryInterval: settings.discoveryInterval,
  };
  const channel = {
    insecure: !settings.tls,
    ...(rootCertificate && { rootCertificate }),
    ...(userCertFile && userKeyFile && { userCertFile, userKeyFile }),
  };
  const access =
    user === undefined || secret === undefined ? undefined : { username: user, password: secret };
  const [first = { address: '127.0.0.1', port: 2113 }] = settings.hosts;
  if (settings.discover) return tamed(new Client({ ...options, discover: first }, channel, access));
  if (settings.hosts.length > 1)
    return tamed(new Client({ ...options, endpoints: [...settings.hosts] }, channel, access));
  return tamed(new Client({ ...options, endpoint: first }, channel, access));
}

/**
 * Keeps this version of the client from ending the process when a server goes away:
 * - its batch append shares one table of pending answers between all streams of the process; an answer that comes after
 *   another stream has failed finds no entry and throws from an event handler. Told that no server supports it, the client
 *   uses plain appends, which also have a deadline of their own;
 * - it handles an error without waiting for that handling, which can itself reject while a cluster cannot be discovered.
 */
function tamed(client: Client): Client {
  const { handleError } = inside(client);
  inside(client).supports = () => Promise.resolve(false);
  inside(client).handleError = (...args) => handleError(...args).catch(() => undefined);
  return client;
}

/** A call that was hung up should say so within this, in milliseconds. */
const HANGING_UP = 1000;

/** Ends every call and lets go of the connection. */
export async function disconnect(client: Client): Promise<void> {
  // The client waits until each call has said that it has ended; one whose answer nobody reads any more never does.
  const given = new AbortController();
  const waited = sleep(HANGING_UP, undefined, { signal: given.signal }).catch(() => undefined);
  await Promise.race([client.dispose(), waited]);
  given.abort();
  // Not waited for: without a cluster to be found it would only say so after many attempts.
  void inside(client)
    .getChannel()
    .then(
      (channel) => channel.close(),
      () => undefined,
    );
}

/** One address of a server. */
export type Host = Readonly<{ address: string; port: number }>;

/** How to reach EventStoreDB or KurrentDB; times in milliseconds. */
export type ConnectionSettings = Readonly<{
  hosts: readonly Host[];
  /** One name behind which the members of a cluster are found by gossip. */
  discover: boolean;
  tls: boolean;
  caFile: string | undefined;
  certFile: string | undefined;
  keyFile: string | undefined;
  credentials: Credentials | undefined;
  credentialsFile: string | undefined;
  /** After this long an answer counts as lost. Shorter than the bus waits for its own. */
  deadline: number;
  keepAliveInterval: number;
  keepAliveTimeout: number;
  discoveryAttempts: number;
  discoveryInterval: number;
}>;

export type Credentials = Readonly<{ user: string; secret: string }>;

/** The connection string cannot be used. The message never repeats it: it may hold credentials (EVT-01). */
export class UnusableConnection extends TypeError {
  override readonly name = 'UnusableConnection';
}

const SHAPE = /^(?:esdb|kurrentdb|kurrent|kdb)(\+discover)?:\/\/(?:([^@/?]*)@)?([^@/?]+)\/?(?:\?(.*))?$/i;
const KNOWN = [
  'tls',
  'tlsVerifyCert',
  'tlsCaFile',
  'userCertFile',
  'userKeyFile',
  'credentialsFile',
  'defaultDeadline',
  'keepAliveInterval',
  'keepAliveTimeout',
  'nodePreference',
  'maxDiscoverAttempts',
  'discoveryInterval',
] as const;
type Option = (typeof KNOWN)[number];

/**
 * Reads a connection string as the vendor's clients do. Ours alone is `credentialsFile`: a file with `user:secret` (EVT-13).
 * The client's own parser is not used: it prints the whole string, credentials and all, when an option is new to it.
 * Throws UnusableConnection.
 */
export function connectionSettings(url: string): ConnectionSettings {
  const [, discover, user, hosts = '', query = ''] = SHAPE.exec(url.trim()) ?? [];
  if (hosts === '')
    throw new UnusableConnection('must look like esdb://host:2113 or kurrentdb+discover://name');
  const option = optionsOf(query);
  const tls = flag(option('tls')) ?? true;
  const credentials = credentialsOf(user === undefined ? undefined : decoded(user));
  const credentialsFile = option('credentialsFile');
  if (flag(option('tlsVerifyCert')) === false)
    throw new UnusableConnection(
      'tlsVerifyCert=false has no effect in this client; name the authority in tlsCaFile',
    );
  if (!tls && (credentials ?? credentialsFile) !== undefined)
    throw new UnusableConnection('credentials do not travel without TLS');
  if ((option('nodePreference') ?? 'leader').toLowerCase() !== 'leader')
    throw new UnusableConnection('nodePreference must be leader: a read must see every append before it');
  if ((option('userCertFile') === undefined) !== (option('userKeyFile') === undefined))
    throw new UnusableConnection('userCertFile and userKeyFile go together');
  return {
    hosts: hosts.split(',').filter(Boolean).map(hostOf),
    discover: discover !== undefined,
    tls,
    caFile: option('tlsCaFile'),
    certFile: option('userCertFile'),
    keyFile: option('userKeyFile'),
    credentials,
    credentialsFile,
    deadline: count(option('defaultDeadline')) ?? 3_000,
    keepAliveInterval: count(option('keepAliveInterval')) ?? 10_000,
    keepAliveTimeout: count(option('keepAliveTimeout')) ?? 10_000,
    discoveryAttempts: count(option('maxDiscoverAttempts')) ?? 10,
    discoveryInterval: count(option('discoveryInterval')) ?? 100,
  };
}

/** `user:secret`, as in the string and in a credentials file. */
export function credentialsOf(text: string | undefined): Credentials | undefined {
  if (text === undefined) return undefined;
  const [, user = '', secret = ''] = /^([^:]+):(.+)$/s.exec(text.trim()) ?? [];
  if (secret === '') throw new UnusableConnection('credentials must be user:secret');
  return { user, secret };
}

function optionsOf(query: string): (name: Option) => string | undefined {
  const given = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(query)) {
    const known = KNOWN.find((each) => each.toLowerCase() === name.toLowerCase());
    if (!known) throw new UnusableConnection(`has an unknown option; known are ${KNOWN.join(', ')}`);
    given.set(known, value);
  }
  return (name) => given.get(name);
}

function hostOf(text: string): Host {
  const [, address, port = '2113'] = /^([^:\s]+)(?::(\d{1,5}))?$/.exec(text) ?? [];
  if (!address || Number(port) > 65_535) throw new UnusableConnection('names a host that is no host:port');
  return { address, port: Number(port) };
}

function flag(value: string | undefined): boolean | undefined {
  if (value === undefined) return undefined;
  if (value !== 'true' && value !== 'false') throw new UnusableConnection('tls must be true or false');
  return value === 'true';
}

function count(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(value))
    throw new UnusableConnection('times and attempts are whole numbers above 0');
  return Number(value);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new UnusableConnection('has credentials that are not percent-encoded');
  }
}

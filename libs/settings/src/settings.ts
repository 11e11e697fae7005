import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { eventStoreProblems } from './event-store-url/event-store-problems.js';
import { refusedInProduction } from './refused-in-production.js';
import { isTrustedProxy, isWholeInternet } from './trusted-proxy.js';

const onOff = z.enum(['on', 'off']).transform((value) => value === 'on');
const url = (...protocols: string[]) =>
  z.string().refine((value) => protocols.some((protocol) => isUrl(value, protocol)), {
    error: `must be a URL with ${protocols.join(' or ')}`,
  });
const isUrl = (value: string, protocol: string) =>
  URL.canParse(value) && new URL(value).protocol === protocol && new URL(value).host !== '';

/** Whether nothing stands in a URL but where the portal is: its pages, links and cookies all begin at the root. */
const isOrigin = (value: string) => {
  const { origin, username, password } = new URL(value);
  return username + password === '' && /^[^?#]*$/.test(value) && new URL(value).href === `${origin}/`;
};

const wholeNumber = { error: 'must be a whole number' };
const whole = () => z.coerce.number(wholeNumber).int(wholeNumber);

const list = (value: string | undefined) =>
  (value ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean);

/** Every environment variable the product reads, with what it means. The reference page is generated from this. */
export const environment = z.object({
  NODE_ENV: z.string().optional().describe('`production` refuses demo mode and everything that is not safe.'),
  TROUSSEAU_PORT: whole().min(0).max(65535).default(3000).describe('Port of the portal and the API.'),
  TROUSSEAU_HOST: z.string().default('127.0.0.1').describe('Address the gateway listens on.'),
  TROUSSEAU_DATA: z
    .string()
    .min(1)
    .default('./data')
    .describe(
      'Folder of the embedded event store, the read models, and the journal of what the command line read.',
    ),
  TROUSSEAU_SECRETS: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Folder of the key files, made on first start with mode 0600. Default: `secrets` inside TROUSSEAU_DATA.',
    ),
  TROUSSEAU_ERASURES: z
    .string()
    .min(1)
    .optional()
    .describe(
      'File of the erasure journal: keep it outside the backups of the store, so that whoever was erased stays so when an older one is put back. Default: `erasures.ndjson` inside TROUSSEAU_DATA.',
    ),
  TROUSSEAU_KEEP_DEPARTED_DAYS: whole()
    .min(180)
    .max(3650)
    .default(1095)
    .describe(
      'Days after which a deactivated user is erased by itself, with the history of their key (GDP-01): three years unless you published another delay.',
    ),
  TROUSSEAU_DEMO: onOff
    .default(false)
    .describe(
      '`on` seeds a demo school in an empty store and keeps mails in a mailbox at /dev/courriels when there is no SMTP_URL. `npm start` sets it; refused in production.',
    ),
  TROUSSEAU_PUBLIC_URL: url('http:', 'https:')
    .refine((value) => !URL.canParse(value) || isOrigin(value), {
      error: 'must end with the host, or its port',
    })
    .optional()
    .describe(
      'Where people reach the portal; links in mails begin with it, and passkeys belong to its host name. Default: http://localhost and the port.',
    ),
  TROUSSEAU_TRUSTED_PROXIES: z
    .string()
    .refine((value) => list(value).every(isTrustedProxy), {
      error: 'must be addresses or networks, separated by commas',
      abort: true,
    })
    .refine((value) => !list(value).some(isWholeInternet), {
      error: 'must not be the whole Internet, anybody could choose their address',
    })
    .default('')
    .describe(
      'Addresses or networks, separated by commas, whose X-Forwarded-For is believed. Default: none.',
    ),
  EVENT_STORE_URL: z
    .string()
    // Not a URL to every parser: several hosts may stand in it.
    .regex(/^(sqlite:|(esdb|kurrentdb|kurrent|kdb)(\+discover)?:\/\/)./, {
      error: 'must begin with sqlite:, esdb:// or kurrentdb:// (or +discover)',
    })
    .optional()
    .describe(
      'The source of truth: `sqlite:` and a file, or a connection string of EventStoreDB or KurrentDB. Default: the file `events.db` inside TROUSSEAU_DATA.',
    ),
  KAFKA_BROKERS: z
    .string()
    .optional()
    .describe(
      'Brokers, separated by commas: what services that run alone (`npm run start:services`) meet on. `npm start` is one process and needs none.',
    ),
  KAFKA_TLS: onOff
    .default(false)
    .describe('`on` speaks TLS to the brokers; without it production refuses to start.'),
  KAFKA_TLS_CA: z
    .string()
    .optional()
    .describe('File of the certificates that vouch for the brokers. Default: those of the system.'),
  KAFKA_PRINCIPAL: z
    .string()
    .optional()
    .describe(
      'Who this service is to the brokers (SASL/SCRAM-SHA-512); its secret is the file `kafka.secret` in TROUSSEAU_SECRETS. Needed in production.',
    ),
  TROUSSEAU_HEALTH_PORT: whole()
    .min(1)
    .max(65535)
    .optional()
    .describe(
      'Port of /healthz and /readyz of a service that runs alone and has no other; the gateway answers them on its own.',
    ),
  SMTP_URL: url('smtp:', 'smtps:')
    .optional()
    .describe('Mail server, such as smtp://user:secret@mail.example:587.'),
  SMTP_URL_FILE: z
    .string()
    .optional()
    .describe('File that holds SMTP_URL, where its secret must not stand in the environment (EVT-13).'),
  EVENT_STORE_URL_FILE: z.string().optional().describe('File that holds EVENT_STORE_URL, likewise.'),
  NODE_TLS_REJECT_UNAUTHORIZED: z
    .string()
    .optional()
    .describe("Node's own switch. `0` checks no certificate, and is refused in production."),
  MAIL_FROM: z
    .string()
    .regex(/^(?:[^<>\p{Cc}]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/u, {
      error: 'must be an address, or a name and <an address>',
    })
    .default('Trousseau <ne-pas-repondre@trousseau.example>')
    .describe('Sender of every mail.'),
  TROUSSEAU_NETWORK_FAILURES: whole()
    .min(1)
    .default(100)
    .describe('Wrong keys accepted from one network prefix (/24, /64) in ten minutes.'),
  TROUSSEAU_EVERYONE_FAILURES: whole()
    .min(1)
    .default(1000)
    .describe('Wrong keys accepted from everybody together in one minute.'),
  TROUSSEAU_EVERYONE_RENEWALS: whole()
    .min(1)
    .default(300)
    .describe(
      'Requests for a provisional key heard from everybody together in ten minutes; beyond it no mail leaves.',
    ),
  TROUSSEAU_TELEPHONY_URL: url('http:', 'https:')
    .optional()
    .describe(
      'The telephone exchange support calls managers back through: it gets `{callId, operatorId, number}` by POST. Without it there is a demo page in demo mode, and otherwise no recovery by phone.',
    ),
  TROUSSEAU_SUPPORT_PHONE: z
    .string()
    .max(40)
    .optional()
    .describe('Phone number of support, as the portal and the mails show it.'),
  TROUSSEAU_SUPPORT_EMAIL: z
    .string()
    .max(320)
    .optional()
    .describe('E-mail address of support, as the portal and the mails show it.'),
  TROUSSEAU_TOKEN_AUDIENCES: z
    .string()
    .default('internal')
    .refine((value) => list(value).every((name) => /^[A-Za-z0-9][A-Za-z0-9._:/-]{0,99}$/.test(name)), {
      error: 'must be names of services, separated by commas',
    })
    .describe(
      'Internal services that a token of POST /api/v1/token may be for (its `aud`), separated by commas. A call that names none gets a token for the first.',
    ),
  TROUSSEAU_METRICS_PORT: whole()
    .min(1)
    .max(65535)
    .optional()
    .describe('Port of /metrics, which the portal never tells. Default: none, nothing is told.'),
  TROUSSEAU_METRICS_HOST: z.string().default('127.0.0.1').describe('Address that /metrics listens on.'),
  OTEL_EXPORTER_OTLP_ENDPOINT: url('http:', 'https:')
    .optional()
    .describe(
      'Where traces go (OpenTelemetry over HTTP). Default: nowhere, and the tracer is not even loaded.',
    ),
  TROUSSEAU_LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .describe('Least severity that is logged.'),
});

/** The settings of a running process; see `environment` for what each means. */
export type Settings = Readonly<{
  production: boolean;
  port: number;
  host: string;
  dataFolder: string;
  secretsFolder: string;
  erasuresFile: string;
  keepDepartedDays: number;
  demo: boolean;
  publicUrl: string;
  trustedProxies: readonly string[];
  eventStoreUrl: string;
  kafkaBrokers: readonly string[];
  kafkaTls: Readonly<{ ca: string | undefined }> | undefined;
  kafkaPrincipal: string | undefined;
  healthPort: number | undefined;
  smtpUrl: string | undefined;
  mailFrom: string;
  networkFailures: number;
  everyoneFailures: number;
  everyoneRenewals: number;
  telephonyUrl: string | undefined;
  supportPhone: string | undefined;
  supportEmail: string | undefined;
  tokenAudiences: readonly string[];
  metricsPort: number | undefined;
  metricsHost: string;
  tracesUrl: string | undefined;
  logLevel: z.infer<typeof environment>['TROUSSEAU_LOG_LEVEL'];
}>;

/** The settings cannot be used; `problems` says in words which and why. */
export class SettingsRefused extends Error {
  override readonly name = 'SettingsRefused';
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

/** Variables that may hold a secret, and stand in a file instead. */
const MAY_BE_FILES = ['SMTP_URL', 'EVENT_STORE_URL'];

type Given = Readonly<Record<string, string | undefined>>;

/** The variables, those that stand in files read from there. Throws SettingsRefused for one that is given twice or cannot be read. */
const withFiles = (given: Given): Given => {
  const read = (name: string): [string, string][] => {
    const file = given[`${name}_FILE`];
    if (file === undefined) return [];
    if (given[name] !== undefined) throw new SettingsRefused([`${name}: given twice, also as ${name}_FILE`]);
    try {
      return [[name, readFileSync(file, 'utf8').trim()]];
    } catch {
      throw new SettingsRefused([`${name}_FILE: cannot be read`]);
    }
  };
  return { ...given, ...Object.fromEntries(MAY_BE_FILES.flatMap(read)) };
};

/** Reads and checks the environment. Throws SettingsRefused naming every problem at once; an empty variable counts as unset. */
export const readSettings = (env: Readonly<Record<string, string | undefined>>): Settings => {
  const given = withFiles(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    throw new SettingsRefused(
      parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
    );
  }
  const e = parsed.data;
  const production = e.NODE_ENV === 'production';
  const dataFolder = resolve(e.TROUSSEAU_DATA);
  const settings: Settings = {
    production,
    port: e.TROUSSEAU_PORT,
    host: e.TROUSSEAU_HOST,
    dataFolder,
    secretsFolder: resolve(e.TROUSSEAU_SECRETS ?? `${dataFolder}/secrets`),
    erasuresFile: resolve(e.TROUSSEAU_ERASURES ?? `${dataFolder}/erasures.ndjson`),
    keepDepartedDays: e.TROUSSEAU_KEEP_DEPARTED_DAYS,
    demo: e.TROUSSEAU_DEMO,
    publicUrl: (e.TROUSSEAU_PUBLIC_URL ?? `http://localhost:${e.TROUSSEAU_PORT}`).replace(/\/+$/, ''),
    trustedProxies: list(e.TROUSSEAU_TRUSTED_PROXIES),
    eventStoreUrl: e.EVENT_STORE_URL ?? `sqlite:${dataFolder}/events.db`,
    kafkaBrokers: list(e.KAFKA_BROKERS),
    kafkaTls: e.KAFKA_TLS ? { ca: e.KAFKA_TLS_CA } : undefined,
    kafkaPrincipal: e.KAFKA_PRINCIPAL,
    healthPort: e.TROUSSEAU_HEALTH_PORT,
    smtpUrl: e.SMTP_URL,
    mailFrom: e.MAIL_FROM,
    networkFailures: e.TROUSSEAU_NETWORK_FAILURES,
    everyoneFailures: e.TROUSSEAU_EVERYONE_FAILURES,
    everyoneRenewals: e.TROUSSEAU_EVERYONE_RENEWALS,
    telephonyUrl: e.TROUSSEAU_TELEPHONY_URL,
    supportPhone: e.TROUSSEAU_SUPPORT_PHONE,
    supportEmail: e.TROUSSEAU_SUPPORT_EMAIL,
    tokenAudiences: list(e.TROUSSEAU_TOKEN_AUDIENCES),
    metricsPort: e.TROUSSEAU_METRICS_PORT,
    metricsHost: e.TROUSSEAU_METRICS_HOST,
    tracesUrl: e.OTEL_EXPORTER_OTLP_ENDPOINT,
    logLevel: e.TROUSSEAU_LOG_LEVEL,
  };
  const problems = [
    ...(production ? refusedInProduction(settings, e) : []),
    ...eventStoreProblems(settings.eventStoreUrl, production),
  ];
  if (problems.length > 0) throw new SettingsRefused(problems);
  return settings;
};

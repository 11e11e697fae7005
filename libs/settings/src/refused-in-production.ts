import { relative, sep } from 'node:path';
/** What the rules look at. */
type Settings = Readonly<{
  demo: boolean;
  publicUrl: string;
  dataFolder: string;
  secretsFolder: string;
  telephonyUrl: string | undefined;
  kafkaBrokers: readonly string[];
  kafkaTls: object | undefined;
  kafkaPrincipal: string | undefined;
  smtpUrl: string | undefined;
  mailFrom: string;
  networkFailures: number;
  everyoneFailures: number;
  logLevel: string;
}>;

/** What was written in the environment, where the settings no longer tell it from a default. */
type Written = Readonly<{
  TROUSSEAU_SECRETS?: string | undefined;
  NODE_TLS_REJECT_UNAUTHORIZED?: string | undefined;
}>;

type Rule = Readonly<{ refuses: (settings: Settings, written: Written) => boolean; says: string }>;

/** Limits on wrong keys above which there is none to speak of (LOG-05). */
const MOST_NETWORK_FAILURES = 1_000;
const MOST_EVERYONE_FAILURES = 10_000;

const isInside = (folder: string, file: string) => {
  const way = relative(folder, file);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`));
};

const rules: readonly Rule[] = [
  { refuses: ({ demo }) => demo, says: 'TROUSSEAU_DEMO: demo mode is refused in production' },
  {
    refuses: ({ publicUrl }) => !publicUrl.startsWith('https:'),
    says: 'TROUSSEAU_PUBLIC_URL: must be https in production',
  },
  {
    refuses: ({ dataFolder, secretsFolder }, { TROUSSEAU_SECRETS }) =>
      TROUSSEAU_SECRETS === undefined || isInside(dataFolder, secretsFolder),
    says: 'TROUSSEAU_SECRETS: must be a folder outside TROUSSEAU_DATA in production, a copy of the data must not bring its keys along',
  },
  {
    refuses: ({ telephonyUrl }) => telephonyUrl?.startsWith('http:') ?? false,
    says: 'TROUSSEAU_TELEPHONY_URL: must be https in production',
  },
  {
    refuses: ({ kafkaBrokers, kafkaTls }) => kafkaBrokers.length > 0 && kafkaTls === undefined,
    says: 'KAFKA_TLS: must be on in production, what is in clear on the network is nobody’s secret',
  },
  {
    refuses: ({ kafkaBrokers, kafkaPrincipal }) => kafkaBrokers.length > 0 && kafkaPrincipal === undefined,
    says: 'KAFKA_PRINCIPAL: needed in production, each service may do only what is its own',
  },
  {
    refuses: ({ smtpUrl }) => smtpUrl === undefined,
    says: 'SMTP_URL: needed in production, keys travel by mail',
  },
  {
    refuses: ({ mailFrom }) => /\.example>?$/.test(mailFrom),
    says: 'MAIL_FROM: must be an address of your own domain in production',
  },
  {
    refuses: ({ networkFailures }) => networkFailures > MOST_NETWORK_FAILURES,
    says: `TROUSSEAU_NETWORK_FAILURES: at most ${MOST_NETWORK_FAILURES} in production, more is no limit`,
  },
  {
    refuses: ({ everyoneFailures }) => everyoneFailures > MOST_EVERYONE_FAILURES,
    says: `TROUSSEAU_EVERYONE_FAILURES: at most ${MOST_EVERYONE_FAILURES} in production, more is no limit`,
  },
  {
    refuses: (_, { NODE_TLS_REJECT_UNAUTHORIZED }) => NODE_TLS_REJECT_UNAUTHORIZED === '0',
    says: 'NODE_TLS_REJECT_UNAUTHORIZED: must not be 0 in production, no certificate would be checked',
  },
  {
    refuses: ({ logLevel }) => logLevel === 'silent',
    says: 'TROUSSEAU_LOG_LEVEL: must not be silent in production, attempts are for the record',
  },
];

/** What a production process must not start with, each in words (EVT-07, TST-40). */
export const refusedInProduction = (settings: Settings, written: Written): string[] =>
  rules.filter(({ refuses }) => refuses(settings, written)).map(({ says }) => says);

import { pino, type DestinationStream, type Logger } from 'pino';

/** Fields whose value never reaches the log, wherever they stand (EVT-01, EML-08). A second line: nothing secret is logged in the first place. */
const SECRET_FIELDS = [
  'key',
  'cle',
  'confirmation',
  'currentKey',
  'newKey',
  'sealedKey',
  'sealedCurrentKey',
  'sealedNewKey',
  'sealedRequest',
  'token',
  'secret',
  'cookie',
  'authorization',
  'email',
  'identifier',
  'identifiant',
  'link',
  'device',
  'hash',
];

/** The structured log: JSON lines, UTC time. */
export const openLog = (level: string, destination?: DestinationStream): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: SECRET_FIELDS.flatMap((field) => [field, `*.${field}`, `*.*.${field}`, `*.*["set-${field}"]`]),
        censor: '[secret]',
      },
    },
    destination ?? pino.destination({ dest: 2, sync: false }),
  );

export type { Logger };

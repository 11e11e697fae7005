import { readFileSync } from 'node:fs';
import { Kafka, type KafkaConfig, logLevel } from 'kafkajs';

/** Where kafkajs's own lines go: what it calls an error is often only a broker that is away for a moment. */
export type KafkaLog = Readonly<{
  warn(fields: object, text: string): void;
  debug(fields: object, text: string): void;
}>;

/** How the brokers are reached. */
export type KafkaOptions = Readonly<{
  brokers: readonly string[];
  /** Names this process in the broker's logs. */
  clientId: string;
  /** TLS; `ca` is a file of PEM certificates, the system's where absent. */
  tls?: Readonly<{ ca: string | undefined }> | undefined;
  /** SASL/SCRAM-SHA-512, only ever over TLS in production (EVT-07). */
  principal?: Readonly<{ name: string; secret: string }> | undefined;
  log: KafkaLog;
}>;

/** How long a broker that is away is tried for before the failure is told, in milliseconds: less than a request's deadline. */
const retry: NonNullable<KafkaConfig['retry']> = {
  initialRetryTime: 50,
  maxRetryTime: 1000,
  retries: 4,
};

/** A client of the brokers; it connects when something is made from it. */
export const openKafka = ({ brokers, clientId, tls, principal, log }: KafkaOptions): Kafka =>
  new Kafka({
    clientId,
    brokers: [...brokers],
    connectionTimeout: 2000,
    requestTimeout: 10_000,
    retry,
    ...(tls && { ssl: tls.ca === undefined ? true : { ca: [readFileSync(tls.ca, 'utf8')] } }),
    ...(principal && {
      sasl: { mechanism: 'scram-sha-512', username: principal.name, password: principal.secret },
    }),
    logLevel: logLevel.INFO,
    // Errors here are told once more by whoever waits for the result; as warnings they do not cry wolf.
    logCreator:
      () =>
      ({ level, log: { message, error, groupId } }) => {
        const fields = { context: 'kafka', error: error as unknown, groupId: groupId as unknown };
        if (level <= logLevel.ERROR) log.warn(fields, message);
        else log.debug(fields, message);
      },
  });

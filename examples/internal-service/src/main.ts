import { createRemoteJWKSet } from 'jose';
import kafkajs from 'kafkajs';
import { EndedSessions } from './ended-sessions.js';
import { followTopics } from './follow-topics.js';
import { openService } from './service.js';
import { TokenVerifier } from './token-verifier.js';

const {
  TROUSSEAU_URL = 'http://localhost:3000',
  KAFKA_BROKERS = '127.0.0.1:9092',
  PORT = '4000',
} = process.env;

const ended = new EndedSessions();
const kafka = new kafkajs.Kafka({ clientId: 'planning', brokers: KAFKA_BROKERS.split(',') });
const following = await followTopics(kafka, ended);
const verifier = new TokenVerifier({
  issuer: TROUSSEAU_URL,
  audience: 'planning',
  keys: createRemoteJWKSet(new URL('/.well-known/jwks.json', TROUSSEAU_URL)),
});
const server = openService({ verifier, ended, isCaughtUp: following.isCaughtUp });
server.listen(Number(PORT), '127.0.0.1', () =>
  process.stdout.write(`planning: http://127.0.0.1:${PORT}/moi\n`),
);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close();
    void following.stop().then(() => process.exit(0));
  });
}

export { openKafka } from './open-kafka.js';
export type { KafkaLog, KafkaOptions } from './open-kafka.js';
export { SteadyConsumer } from './steady-consumer.js';
export type { Consumption } from './steady-consumer.js';
export { Sender } from './sender.js';
export {
  checkpointsTopic,
  deadLettersTopic,
  isDeadLetters,
  progressTopic,
  repliesTopic,
  requestsTopic,
  retryTopic,
} from './topic-names.js';

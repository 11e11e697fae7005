import type { DeadLetters } from '#messaging';
import { openDeadLetters } from '#platform';
import { readSettings } from '#settings';
import { Refused } from '../terminal/answer.js';

/** Runs a task on the dead letters of the brokers. In one process they stand in its memory, and a restart reads everything again. */
export const withDeadLetters = async <Result>(
  task: (deadLetters: DeadLetters) => Promise<Result>,
): Promise<Result> => {
  const settings = readSettings({ TROUSSEAU_LOG_LEVEL: 'silent', ...process.env });
  if (settings.kafkaBrokers.length === 0) {
    throw new Refused('no-brokers');
  }
  const { deadLetters, close } = await openDeadLetters(settings);
  try {
    return await task(deadLetters);
  } finally {
    await close();
  }
};

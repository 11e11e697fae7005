import { AggregateStore } from '#aggregate-store';
import { namesThePerson, user as aggregate } from '#apps/users';
import { operator as operatorName, reason as readingReason } from '#contracts';
import { type Reading, ReadingsJournal, readingsFolder } from '#journals';
import { DataKeys } from '#vault';
import { Refused } from '../../terminal/answer.js';
import type { AuditedLog } from '../with-log.js';
import type { ReadingOptions } from './reading-options.js';

type What = ReadingOptions & Pick<Reading, 'command' | 'about'>;

/**
 * Puts a reading into the journal, before anything of it is shown (GDP-09). Throws Refused for a name or a reason that cannot stand
 * there, and where it cannot be written: nobody reads without a trace.
 */
export const recordReading = async (log: AuditedLog, asked: What): Promise<void> => {
  const { command, about } = asked;
  const operator = operatorName.safeParse(asked.operator);
  if (!operator.success) throw new Refused('operator-not-valid');
  const reason = readingReason.optional().safeParse(asked.reason);
  if (!reason.success) throw new Refused('reason-not-valid');
  if (reason.data !== undefined && (await namesThem(log, about, reason.data)))
    throw new Refused('reason-names-the-person');
  const { clock, settings } = log.platform;
  const reading = { at: clock.now(), operator: operator.data, command, about, reason: reason.data ?? null };
  try {
    await new ReadingsJournal(readingsFolder(settings.dataFolder)).append(reading);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new Refused('reading-not-recorded');
  }
};

/** The one thing a data key is opened for: that what is kept of a reading does not say who it was about. */
const namesThem = async (
  { store, platform }: AuditedLog,
  about: Reading['about'],
  reason: string,
): Promise<boolean> => {
  if (about === 'all' || !('user' in about)) return false;
  const aggregates = new AggregateStore(store, new DataKeys(store, platform.secrets.masterKeys));
  const { state } = await aggregates.load(aggregate, about.user);
  return state.status === 'registered' && namesThePerson(reason, state);
};

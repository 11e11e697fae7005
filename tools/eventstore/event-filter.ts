import type messages from '@eventstore/db-client/generated/streams_pb.js';
import type { Recorded } from './record.js';

/** Which events of `$all` a subscription shows, and after how many that it does not show it says how far it is. */
export type EventFilter = Readonly<{ shows(record: Recorded): boolean; checkpointEvery: number }>;

const WINDOW = 32;

export function filterOf(options: messages.ReadReq.Options): EventFilter {
  const filter = options.getFilter();
  if (!filter) return { shows: () => true, checkpointEvery: Infinity };
  const expression = filter.getStreamIdentifier() ?? filter.getEventType();
  const prefixes = expression?.getPrefixList() ?? [];
  const regex = new RegExp(expression?.getRegex() ?? '', 'u');
  const subject = (record: Recorded) => (filter.hasStreamIdentifier() ? record.stream : record.type);
  return {
    shows: (record) =>
      prefixes.length > 0
        ? prefixes.some((prefix) => subject(record).startsWith(prefix))
        : regex.test(subject(record)),
    checkpointEvery:
      (filter.hasMax() ? filter.getMax() : WINDOW) * Math.max(filter.getCheckpointintervalmultiplier(), 1),
  };
}

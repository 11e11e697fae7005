import type { StreamingRead } from '@eventstore/db-client';
import { StoreUnavailable } from '../errors.js';

/** All events of a read. The client gives reads no deadline: after `milliseconds` without the end this rejects and hangs up. */
export function collect<Event>(read: StreamingRead<Event>, milliseconds: number): Promise<Event[]> {
  return new Promise((resolve, reject) => {
    const events: Event[] = [];
    const late = setTimeout(() => {
      reject(new StoreUnavailable(`the event store did not answer within ${milliseconds} ms`));
      read.cancel().catch(() => undefined);
    }, milliseconds);
    // The error listener stays: a read that was hung up may still complain.
    read.on('error', (error) => {
      clearTimeout(late);
      reject(error);
    });
    read.on('data', (event: Event) => events.push(event));
    read.once('end', () => {
      clearTimeout(late);
      resolve(events);
    });
  });
}

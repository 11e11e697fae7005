import { randomUUID } from 'node:crypto';
import type messages from '@eventstore/db-client/generated/streams_pb.js';
import { filterOf } from './event-filter.js';
import type { Log } from './log.js';
import type { Recorded } from './record.js';
import { caughtUpResponse, checkpointResponse, confirmationResponse, eventResponse } from './responses.js';
import { type ReadCall, send } from './send.js';
import { nameOf } from './stream-name.js';

type Options = messages.ReadReq.Options;

/** A catch-up subscription: confirmation, what there is behind its start, "caught up", then what comes. Ends with the call. */
export async function subscribe(log: Log, call: ReadCall, options: Options): Promise<void> {
  const structured = options.getUuidOption()?.hasStructured() ?? false;
  const filter = filterOf(options);
  const stream = options.hasStream() ? nameOf(options.getStream()?.getStreamIdentifier()) : undefined;
  const head = await log.head();
  const after = await startOf(log, options, head, stream);
  let passed = 0;
  let behind = true;
  const caughtUp = async (): Promise<void> => {
    behind = false;
    await send(call, caughtUpResponse());
  };
  const handle = async (record: Recorded): Promise<void> => {
    const shown = stream === undefined ? filter.shows(record) : record.stream === stream;
    passed = shown ? 0 : passed + 1;
    if (shown) await send(call, eventResponse(record, structured));
    else if (passed % filter.checkpointEvery === 0) await send(call, checkpointResponse(record.position));
    if (behind && record.position >= head) await caughtUp();
  };
  await send(call, confirmationResponse(randomUUID()));
  if (after >= head) await caughtUp();
  const subscription = log.subscribe(after, handle);
  const stop = (): void => void subscription.stop();
  call.on('cancelled', stop);
  call.on('close', stop);
  call.on('error', stop);
  if (call.cancelled) stop();
}

/** The position a subscription begins behind. */
async function startOf(
  log: Log,
  options: Options,
  head: number,
  stream: string | undefined,
): Promise<number> {
  const part = options.getStream() ?? options.getAll();
  if (part?.hasEnd()) return head;
  if (part?.hasStart()) return -1;
  if (stream === undefined) return Number(options.getAll()?.getPosition()?.getCommitPosition() ?? -1);
  return (await log.revisionPosition(stream, Number(options.getStream()?.getRevision()))) ?? head;
}

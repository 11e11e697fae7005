import { contents } from './contents.js';
import { events } from './events.js';
import type { HeldTable } from './held-table.js';
import { streams } from './streams.js';

/** Whatever an event is found by: its stream, its place in it, and whom it names. */
export const heldTables: readonly HeldTable[] = [streams, events, contents('lasting'), contents('passing')];

export { JournalDamaged, LineJournal } from './line-journal.js';
export type { Reading } from './reading.js';
export { ReadingsJournal, readingsFolder } from './readings-journal.js';

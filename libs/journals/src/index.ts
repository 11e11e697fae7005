export { JournalDamaged, LineJournal } from './line-journal.js';
export type { Reading } from './reading.js';
export { READINGS_KEPT_DAYS, ReadingsJournal, readingsFolder } from './readings-journal.js';

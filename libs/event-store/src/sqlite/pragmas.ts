/** How every connection to the store's file is set. `busyTimeout` is in milliseconds. */
export const pragmas = (busyTimeout: number): readonly string[] => [
  `PRAGMA busy_timeout = ${busyTimeout}`,
  'PRAGMA journal_mode = WAL',
  // Acknowledged means durable: one fsync for every commit.
  'PRAGMA synchronous = FULL',
  // GDP-02: a destroyed data key must not survive in free pages.
  'PRAGMA secure_delete = ON',
  'PRAGMA temp_store = MEMORY',
  'PRAGMA journal_size_limit = 67108864',
];

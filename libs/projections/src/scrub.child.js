// Plain JavaScript, so that a process can begin with it in the sources as in the build.
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'libsql';

const [file, mark] = process.argv.slice(2);
const AGAIN_MS = 250;

/** Another connection may be in the way of any of these for a moment. */
const patiently = async (task) => {
  for (;;) {
    try {
      if (task() !== false) return;
    } catch (error) {
      if (!String(error.code).startsWith('SQLITE_BUSY')) throw error;
    }
    await pause(AGAIN_MS);
  }
};

const sql = new Database(file);
sql.exec('PRAGMA busy_timeout = 500');
const due = sql.prepare('SELECT position FROM checkpoint WHERE name = ?').get(mark);
if (due !== undefined) {
  await patiently(() => sql.exec('VACUUM'));
  await patiently(() => sql.pragma('wal_checkpoint(TRUNCATE)')[0]?.busy === 0);
  await patiently(() =>
    sql.prepare('DELETE FROM checkpoint WHERE name = ? AND position = ?').run(mark, due.position),
  );
}
sql.close();

import { writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from '@jest/globals';
import { SqliteEventStore } from '#event-store';
import { scratchFolder } from '#event-store/testing';
import { readSettings } from '#settings';
import { openEventStore } from './open-event-store.js';

const folder = scratchFolder();
describe('openEventStore', () => {
  afterAll(folder.remove);

  it('opens the embedded store without being asked for another', async () => {
    const store = await openEventStore(readSettings({ TROUSSEAU_DATA: folder.path }));
    expect(store).toBeInstanceOf(SqliteEventStore);
    await store.close();
  });

  it('refuses a file of credentials that holds none, and repeats nothing of it (EVT-01)', async () => {
    const file = folder.file('credentials');
    writeFileSync(file, 'canary-4711');
    const url = `esdb://a.example?credentialsFile=${encodeURIComponent(file)}`;
    const refused = await openEventStore(
      readSettings({ EVENT_STORE_URL: url, TROUSSEAU_DATA: folder.path }),
    ).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      name: 'SettingsRefused',
      problems: ['EVENT_STORE_URL: credentials must be user:secret'],
    });
    expect(JSON.stringify(refused)).not.toContain('canary');
  });
});

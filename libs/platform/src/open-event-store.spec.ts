import { afterAll, describe, expect, it } from '@jest/globals';
import { SqliteEventStore } from '#event-store';
import { scratchFolder } from '#event-store/testing';
import { readSettings } from '#settings';
import { openEventStore } from './open-event-store.js';

const folder = scratchFolder();
const settings = (url: string, production = false) => ({
  ...readSettings({ EVENT_STORE_URL: url, TROUSSEAU_DATA: folder.path }),
  production,
});

describe('openEventStore', () => {
  afterAll(folder.remove);

  it('opens the embedded store without being asked for another', async () => {
    const store = await openEventStore(readSettings({ TROUSSEAU_DATA: folder.path }));
    expect(store).toBeInstanceOf(SqliteEventStore);
    await store.close();
  });

  it.each([
    'esdb://127.0.0.1:2113?tls=false',
    'kurrentdb://store.example',
    'kurrentdb+discover://admin:changeit@store.example',
  ])('refuses %s in production (EVT-07, TST-40)', async (url) => {
    await expect(openEventStore(settings(url, true))).rejects.toMatchObject({
      name: 'SettingsRefused',
      problems: [expect.stringMatching(/^EVENT_STORE_URL: .*production/)],
    });
  });

  it('takes several hosts, and refuses what is no connection string', async () => {
    expect(settings('esdb://a:2113,b:2113?tls=false').eventStoreUrl).toContain('a:2113,b:2113');
    await expect(openEventStore(settings('esdb://a?tls=perhaps'))).rejects.toThrow(
      /tls must be true or false/,
    );
  });
});

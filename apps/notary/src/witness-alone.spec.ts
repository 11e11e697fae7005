import { expect, it } from '@jest/globals';
import { eventually } from '#event-store/testing';
import { ReadingsJournal, readingsFolder } from '#journals';
import { testPlatform } from '#platform/testing';
import { witnessAlone } from './witness-alone.js';

it('removes what was read beside it after twelve months (GDP-01)', async () => {
  const platform = await testPlatform();
  const readings = new ReadingsJournal(readingsFolder(platform.settings.dataFolder));
  const asked = { operator: 'anne', command: 'export', about: 'all', reason: null } as const;
  await readings.append({ at: platform.clock.now(), ...asked });
  platform.clock.advance({ days: 366 });
  await readings.append({ at: platform.clock.now(), ...asked });
  const notary = await witnessAlone(platform);
  await eventually(() => expect(readings.readings().map(({ at }) => at)).toEqual([platform.clock.now()]));
  await notary.stop();
  await platform.events.close();
});

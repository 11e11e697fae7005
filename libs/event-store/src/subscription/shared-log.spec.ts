import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '../event-store.js';
import { SharedLog } from './shared-log.js';

const counting = () => {
  const looked = { heads: 0, pages: 0, head: 3 };
  const log = new SharedLog({
    head: () => {
      looked.heads += 1;
      return looked.head;
    },
    readAll: async (after) => {
      looked.pages += 1;
      return [{ position: after + 1 } as RecordedEvent];
    },
    onCommit: () => () => undefined,
  });
  return { log, looked };
};

describe('SharedLog', () => {
  it('looks the head up once in a turn, and again in the next', async () => {
    const { log, looked } = counting();
    expect([log.head(), log.head(), looked.heads]).toEqual([3, 3, 1]);
    looked.head = 4;
    await nextTurn();
    expect([log.head(), looked.heads]).toEqual([4, 2]);
  });

  it('reads a page once for all who stand at the same place', async () => {
    const { log, looked } = counting();
    await Promise.all([log.readAll(2, 500), log.readAll(2, 500)]);
    await log.readAll(1, 500);
    expect(looked.pages).toBe(2);
  });

  it('looks again as soon as something is committed here', async () => {
    const { log, looked } = counting();
    await log.readAll(2, 500);
    log.head();
    looked.head = 4;
    log.changed();
    await log.readAll(2, 500);
    expect([log.head(), looked.pages]).toEqual([4, 2]);
  });

  it('reads a page again after a commit elsewhere', async () => {
    const { log, looked } = counting();
    await log.readAll(2, 500);
    looked.head = 4;
    await nextTurn();
    await log.readAll(2, 500);
    expect(looked.pages).toBe(2);
  });
});

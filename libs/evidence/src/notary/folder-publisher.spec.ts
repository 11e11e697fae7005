import { readdirSync } from 'node:fs';
import { afterAll, describe, expect, it } from '@jest/globals';
import { scratchFolder } from '#event-store/testing';
import { CheckpointContradicted } from './checkpoint-publisher.js';
import { FolderPublisher } from './folder-publisher.js';

const scratch = scratchFolder();
afterAll(scratch.remove);

describe('checkpoints published to a folder', () => {
  it('has none at first, then the one with the largest tree', async () => {
    const publisher = new FolderPublisher(scratch.file('largest'));
    expect(await publisher.latest()).toBeUndefined();
    for (const size of [9, 1_000_001, 10]) await publisher.publish({ size, note: `note ${size}` });
    expect(await publisher.latest()).toEqual({ size: 1_000_001, note: 'note 1000001' });
  });

  it('takes the same note again, and never another one for the same size (EVT-12)', async () => {
    const publisher = new FolderPublisher(scratch.file('again'));
    await publisher.publish({ size: 7, note: 'one' });
    await publisher.publish({ size: 7, note: 'one' });
    await expect(publisher.publish({ size: 7, note: 'two' })).rejects.toThrow(CheckpointContradicted);
    expect(await publisher.latest()).toEqual({ size: 7, note: 'one' });
    expect(readdirSync(scratch.file('again/0000000000'))).toEqual(['0000000000000007.note']);
  });
});

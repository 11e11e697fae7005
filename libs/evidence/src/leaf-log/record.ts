import type { Leaf } from '../leaf/leaf.js';

/** Bytes of one leaf in the file: hash 32, position 6, time 6, code of its category 2, two unused. */
export const RECORD = 48;

const NO_TIME = 2 ** 48 - 1;

/** Writes a leaf; `code` stands for its category. */
export const writeRecord = ({ eventHash, position, at }: Leaf, code: number): Buffer => {
  const record = Buffer.alloc(RECORD);
  record.write(eventHash, 0, 'hex');
  record.writeUIntBE(position, 32, 6);
  record.writeUIntBE(at ?? NO_TIME, 38, 6);
  record.writeUInt16BE(code, 44);
  return record;
};

/** Reads the leaf that begins at byte `at`; `categories` tells what the codes stand for. */
export const readRecord = (records: Buffer, at: number, categories: readonly string[]): Leaf => {
  const time = records.readUIntBE(at + 38, 6);
  return {
    position: positionIn(records, at),
    category: categories[records.readUInt16BE(at + 44)] ?? '',
    at: time === NO_TIME ? null : time,
    eventHash: records.toString('hex', at, at + 32),
  };
};

export const positionIn = (records: Buffer, at: number): number => records.readUIntBE(at + 32, 6);

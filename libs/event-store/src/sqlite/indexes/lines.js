// Plain JavaScript, so that a thread can load it from the sources as from the build.
import { randomBytes } from 'node:crypto';

const END_OF_LINE = 0x1e;
const END_OF_PART = 0x1f;
const FIRST_OF_TEXT = 0x20;
/** Marks a word that ends a part: no word of text has such a byte. */
const LAST_WORD = 0x10;

/** Drawn for each process anew: nobody who altered a file could know what would come out. */
const key = randomBytes(8);
const [k0, k1] = [key.readInt32LE(0), key.readInt32LE(4)];
const start = [k0, k1 ^ 0xee, k0 ^ 0x6c796765, k1 ^ 0x74656462];

/** Whether all four bytes are text. */
const isText = (word) => {
  const high = word & 0xe0e0e0e0;
  return ((high - 0x01010101) & ~high & 0x80808080) === 0;
};

/**
 * Goes through lines of bytes and adds up a keyed hash of each, HalfSipHash-1-3 with 64 bits: sums are equal if the same lines were
 * seen, in any order, and otherwise with a chance of one in 2^64. Says besides whether they came in order.
 */
export class Lines {
  /** Lines seen. */
  count = 0;
  /** Whether each line was greater than the one before by its first `unique` parts. */
  ascending = true;
  /** Whether every line had as many parts as it should; what comes after one that had not was not looked at. */
  plain = true;
  /** The last line, and where it begins. */
  #last = new Uint8Array();
  #begin = -1;
  #low = 0;
  #high = 0;

  /** @param {{ before: readonly string[], unique: number }} index */
  constructor({ before, unique }) {
    this.parts = before.length;
    this.unique = unique;
  }

  /** The sum over what was seen, and how many lines it is of. */
  get sum() {
    return `${this.count} ${this.#low} ${this.#high}`;
  }

  /** The parts of the last line. */
  get last() {
    const parts = [];
    for (let from = this.#begin; parts.length < this.parts;) {
      let end = from;
      while (end < this.#last.length && this.#last[end] >= FIRST_OF_TEXT) end += 1;
      parts.push(this.#last.slice(from, end));
      from = end + 1;
    }
    return parts;
  }

  /**
   * @param {number} count lines there should be
   * @param {ArrayBuffer | Uint8Array | null} page lines with a char(30) between them
   */
  take(count, page) {
    if (count === 0 || !this.plain) return;
    // The driver gives either.
    const bytes = page instanceof ArrayBuffer ? new Uint8Array(page) : page;
    const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const length = bytes.length;
    let [v0, v1, v2, v3] = start;
    let low = this.#low;
    let high = this.#high;
    let seen = 0;
    let parts = 0;
    let begin = 0;
    for (let at = 0; at <= length;) {
      let word = at + 4 <= length ? words.getInt32(at, true) : 0;
      let isEnd = false;
      if (at + 4 <= length && isText(word)) at += 4;
      else {
        let rest = 0;
        word = 0;
        for (; at < length && bytes[at] >= FIRST_OF_TEXT; at += 1, rest += 1)
          word |= bytes[at] << (rest << 3);
        word |= (LAST_WORD | rest) << 24;
        parts += 1;
        isEnd = parts === this.parts;
        if ((at < length ? bytes[at] : END_OF_LINE) !== (isEnd ? END_OF_LINE : END_OF_PART)) {
          this.plain = false;
          return;
        }
        at += 1;
      }
      v3 ^= word;
      for (let left = isEnd ? 7 : 1; left > 0; left -= 1) {
        v0 = (v0 + v1) | 0;
        v1 = ((v1 << 5) | (v1 >>> 27)) ^ v0;
        v0 = (v0 << 16) | (v0 >>> 16);
        v2 = (v2 + v3) | 0;
        v3 = ((v3 << 8) | (v3 >>> 24)) ^ v2;
        v0 = (v0 + v3) | 0;
        v3 = ((v3 << 7) | (v3 >>> 25)) ^ v0;
        v2 = (v2 + v1) | 0;
        v1 = ((v1 << 13) | (v1 >>> 19)) ^ v2;
        v2 = (v2 << 16) | (v2 >>> 16);
        if (left === 7) {
          v0 ^= word;
          v2 ^= 0xee;
        }
        if (left === 4) {
          low = (low + (v1 ^ v3)) | 0;
          v1 ^= 0xdd;
        }
      }
      if (!isEnd) {
        v0 ^= word;
        continue;
      }
      high = (high + (v1 ^ v3)) | 0;
      [v0, v1, v2, v3] = start;
      this.#compare(bytes, begin);
      this.#last = bytes;
      this.#begin = begin;
      begin = at;
      parts = 0;
      seen += 1;
    }
    this.#low = low;
    this.#high = high;
    this.count += seen;
    if (seen !== count) this.plain = false;
  }

  /** Holds a line to the one before: no byte of a part is less than the end of one, so that lines are in the order of their parts. */
  #compare(bytes, begin) {
    if (this.#begin < 0 || !this.ascending) return;
    for (let [at, left] = [0, this.unique]; left > 0; at += 1) {
      const before = this.#last[this.#begin + at] ?? END_OF_LINE;
      const byte = bytes[begin + at] ?? END_OF_LINE;
      if (byte > before) return;
      if (byte < FIRST_OF_TEXT) left -= 1;
      if (byte < before) break;
    }
    this.ascending = false;
  }
}

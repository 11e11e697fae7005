import { describe, expect, it } from '@jest/globals';
import { BusCipher } from './bus-cipher.js';

const [old, next] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];

describe('the cipher of the bus', () => {
  it('gives back what was encrypted, in the same place only (EVT-05)', () => {
    const cipher = new BusCipher([old]);
    const sealed = cipher.encrypt('{"name":"Zoé"}', 'request 1');
    expect(sealed.toString('latin1')).not.toContain('Zo');
    expect(cipher.decrypt(sealed, 'request 1')).toBe('{"name":"Zoé"}');
    expect(cipher.decrypt(sealed, 'request 2')).toBeNull();
  });

  it('opens nothing that was changed anywhere', () => {
    const cipher = new BusCipher([old]);
    const sealed = cipher.encrypt('text', 'c');
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at]! ^= 1;
      expect(cipher.decrypt(changed, 'c')).toBeNull();
    }
    expect(cipher.decrypt(sealed.subarray(0, 20), 'c')).toBeNull();
  });

  it('lets one key follow another without a message lost: learned, used, forgotten', () => {
    const before = new BusCipher([old]);
    const learned = new BusCipher([old, next]);
    const used = new BusCipher([next, old]);
    const after = new BusCipher([next]);
    expect(learned.decrypt(before.encrypt('a', ''), '')).toBe('a');
    expect(learned.decrypt(used.encrypt('b', ''), '')).toBe('b');
    expect(used.decrypt(learned.encrypt('c', ''), '')).toBe('c');
    expect(after.decrypt(used.encrypt('d', ''), '')).toBe('d');
    expect(after.decrypt(before.encrypt('e', ''), '')).toBeNull();
  });

  it('never writes the same twice', () => {
    const cipher = new BusCipher([old]);
    expect(cipher.encrypt('a', '')).not.toEqual(cipher.encrypt('a', ''));
  });
});

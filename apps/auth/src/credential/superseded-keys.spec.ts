import { describe, expect, it } from '@jest/globals';
import {
  changed,
  chosen,
  disabled,
  ended,
  erased,
  imported,
  issued,
  opened,
  redeemed,
  rehashed,
  requested,
  restored,
  revoked,
  sent,
} from './credential.examples.js';
import { supersededKeys } from './superseded-keys.js';

const after = (event: Parameters<typeof supersededKeys>[0]) => supersededKeys(event, 'zoe');

describe('the data keys nobody needs any more (EVT-03)', () => {
  it('are those of the former key and of every provisional one, once a key is chosen', () => {
    const first = chosen({ generation: 1, voids: ['i1', 'i2'] });
    expect(after(first)).toEqual(['provisional-i1', 'provisional-i2']);
    expect(after(chosen({ generation: 5, voids: ['i1'] }))).toEqual(['generation-zoe-4', 'provisional-i1']);
    expect(after(changed({ generation: 2 }))).toEqual(['generation-zoe-1']);
  });

  it('are those of a weaker hash', () => {
    expect(after(rehashed)).toEqual(['generation-zoe-1']);
  });

  it('are those of displaced and revoked provisional keys', () => {
    expect(after(issued('i3', { voids: ['i1'] }))).toEqual(['provisional-i1']);
    expect(after(revoked('i1', 'i2'))).toEqual(['provisional-i1', 'provisional-i2']);
    expect(after(disabled('deactivated', 2, ['i1']))).toEqual(['provisional-i1']);
  });

  it('are that of a redeemed provisional key at once, and of those that die with it', () => {
    expect(after(redeemed('i1', ['i2']))).toEqual(['provisional-i1', 'provisional-i2']);
  });

  it('are none when nothing is superseded', () => {
    for (const event of [
      opened,
      requested(),
      sent(),
      ended(2),
      imported,
      disabled('too-many-failures', 2),
      restored,
      erased(2),
    ]) {
      expect(after(event)).toEqual([]);
    }
  });
});

import { describe, expect, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { credential } from './credential.js';
import {
  changed,
  chosen,
  disabled,
  ended,
  erased,
  imported,
  issued,
  opened,
  rehashed,
} from './credential.examples.js';
import { eraseCredential } from './erase-credential.js';
import { erasedKeys } from './erased-keys.js';

describe('erasing a credential (GDP-02)', () => {
  it('ends every session in the same event, also of the deactivated', () => {
    given(credential, chosen()).when(eraseCredential).records(erased(2));
    given(credential, chosen(), disabled('deactivated', 2)).when(eraseCredential).records(erased(3));
  });

  it('happens once, and leaves nobody', () => {
    given(credential).when(eraseCredential).recordsNothing();
    given(credential, chosen(), erased(2)).when(eraseCredential).recordsNothing();
    expect(given(credential, chosen()).when(eraseCredential).thenState()).toEqual({ kind: 'none' });
  });

  it('destroys every data key it ever had, each once (EVT-03)', () => {
    const mailed = [issued('i1'), issued('i2')];
    const keys = [
      rehashed,
      chosen({ generation: 3 }),
      changed({ generation: 4 }),
      changed({ generation: 4 }),
    ];
    expect(erasedKeys([opened, imported, ...mailed, ...keys, ended(5)], 'zoe')).toEqual([
      'generation-zoe-1',
      'provisional-i1',
      'provisional-i2',
      'generation-zoe-2',
      'generation-zoe-3',
      'generation-zoe-4',
    ]);
  });
});

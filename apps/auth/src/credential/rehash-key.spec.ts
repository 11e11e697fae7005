import { describe, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { credential } from './credential.js';
import { changed, chosen, rehashed } from './credential.examples.js';
import { rehashKey } from './rehash-key.js';

const rehash = (state: Parameters<typeof rehashKey>[0]) =>
  rehashKey(state, { generation: 1, hash: 'hash 2' });

describe('rehashing a key', () => {
  it('is a new generation of the same key, in the same epoch (KEY-10)', () => {
    given(credential, chosen()).when(rehash).records(rehashed);
  });

  it('gives way to a change of the key', () => {
    given(credential, chosen(), changed()).when(rehash).recordsNothing();
    given(credential).when(rehash).recordsNothing();
  });
});

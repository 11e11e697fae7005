import type { KeyHasher } from '../key-hasher.js';
import { wrap } from './fast-digest.adapter.js';
import { readLegacyHash, type HashRefusal } from './read-legacy-hash.js';

type Adopted = Readonly<{ kind: 'adopted'; hash: string } | { kind: 'refused'; reason: HashRefusal }>;

/** The form in which a hash from elsewhere is stored: as it is, but for fast digests, which are wrapped. Rejects with HasherBusy. */
export const adoptHash = async (text: string, hasher: KeyHasher): Promise<Adopted> => {
  const legacy = readLegacyHash(text);
  if (typeof legacy === 'string') return { kind: 'refused', reason: legacy };
  const isFast = legacy.format === 'salt-then-key' || legacy.format === 'key-then-salt';
  return { kind: 'adopted', hash: isFast ? await wrap(legacy, (digest) => hasher.hash(digest)) : text };
};

import type { Parts } from '#platform';
import { Directory } from './directory.adapter.js';
import { IdentifierDigests } from './identifier-digests.adapter.js';

export const directoryParts: Parts = {
  providers: [Directory, IdentifierDigests],
};

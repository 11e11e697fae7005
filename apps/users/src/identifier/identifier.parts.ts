import type { Parts } from '#platform';
import { IdentifierDigests } from './identifier-digests.adapter.js';
import { IdentifierReservation } from './reserve-identifier.step.js';

export const identifierParts: Parts = {
  providers: [IdentifierReservation, IdentifierDigests],
};

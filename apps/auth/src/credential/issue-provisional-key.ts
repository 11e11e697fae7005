import { records, refuses, type Decision } from '#event-sourcing';
import { later } from '../instant.js';
import type { Credential } from './credential.js';
import type { ProvisionalKeyIssued } from './credential.events.js';

/** A provisional key opens something for 60 minutes; FRG-01 allows a day at the very most. */
export const PROVISIONAL_KEY_LIVES = 60 * 60;

/** A request that no mail could answer for a day is forgotten; the person has asked again or given up. */
const REQUEST_LIVES = 24 * 60 * 60;

/** How many may be outstanding. More than one, or whoever asks again and again would keep voiding the owner's (C7). */
const MOST_OUTSTANDING = 2;

type Facts = Readonly<{ issueId: string; requestId: string; hash: string; selector: string; at: string }>;

/** Takes note of a provisional key before it is mailed (FRG-15). A third one displaces the oldest (FRG-09). */
export const issueProvisionalKey = (
  credential: Credential,
  { issueId, requestId, hash, selector, at }: Facts,
): Decision<ProvisionalKeyIssued, 'not-wanted'> => {
  if (credential.kind === 'none' || credential.deactivated) return refuses('not-wanted');
  const request = credential.requests.find((asked) => asked.requestId === requestId);
  if (request === undefined || at >= later(request.requestedAt, REQUEST_LIVES)) return refuses('not-wanted');
  const voids = credential.outstanding.slice(0, 1 - MOST_OUTSTANDING).map((key) => key.issueId);
  const expiresAt = later(at, PROVISIONAL_KEY_LIVES);
  return records({
    type: 'ProvisionalKeyIssued',
    data: { issueId, requestId, hash, plainSelector: selector, expiresAt, voids },
  });
};

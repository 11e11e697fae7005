import type { Parts } from '#platform';
import { Background } from './background.adapter.js';
import { SessionLimit } from './session-limit.step.js';
import { SupersededKeys } from './superseded-keys.step.js';

export const housekeepingParts: Parts = {
  providers: [Background, SessionLimit, SupersededKeys],
};

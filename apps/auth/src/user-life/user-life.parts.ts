import type { Parts } from '#platform';
import { UserLife } from './user-life.step.js';

export const userLifeParts: Parts = {
  providers: [UserLife],
};

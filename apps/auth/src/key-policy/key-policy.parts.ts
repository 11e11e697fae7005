import type { Parts } from '#platform';
import { KeyJudge } from './key-judge.step.js';

export const keyPolicyParts: Parts = {
  providers: [KeyJudge],
};

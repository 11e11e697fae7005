import type { Wanted } from '../terminal/answer.js';

/** What was typed after `erase`. */
export type EraseOptions = Wanted &
  Readonly<{
    user?: string;
    reason?: string;
    operator: string;
    request?: boolean;
    approve?: string;
    reapply?: boolean;
  }>;

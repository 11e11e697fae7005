import type { Language } from '../terminal/language.js';

/** What was typed after `erase`. */
export type EraseOptions = Readonly<{
  user?: string;
  reason?: string;
  operator: string;
  request?: boolean;
  approve?: string;
  reapply?: boolean;
  lang: Language;
  json?: boolean;
}>;

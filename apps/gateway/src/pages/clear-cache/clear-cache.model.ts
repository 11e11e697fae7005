import { view } from '../view/views.js';

/** `stuck`: shown in place of a third sign-in page in a row (WEB-05). */
export type ClearCacheModel = Readonly<{ done: boolean; stuck: boolean; foot: boolean }>;

export const clearCacheView = view<ClearCacheModel>('clear-cache/clear-cache');

import { view } from '../view/views.js';

/** The recovery code that took the place of a used one, and where the way goes on. */
export type NewCodeModel = Readonly<{ code: string; go: string; note: string | null }>;

export const newCodeView = view<NewCodeModel>('second-factor/new-code');

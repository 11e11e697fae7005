import { z } from 'zod';
import { neededLine } from '../form/typed.js';

/** The code of the app; `code` is a field of its own so that what is wrong is said beside it. */
export const codeForm = z.object({ code: neededLine(64) });

export const recoveryCodeForm = z.object({ secours: neededLine(64) });

/** What the browser answered for a passkey, as JSON; auth reads it. */
export const passkeyForm = z.object({ reponse: z.string().min(1).max(7000) });

import { z } from 'zod';
import { neededLine, typedKey } from '../form/typed.js';

export const signInForm = z.object({ identifiant: neededLine(256), cle: typedKey });

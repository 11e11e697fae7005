import { z } from 'zod';
import { typedKey } from '../form/typed.js';

export const confirmKeyForm = z.object({ cle: typedKey });

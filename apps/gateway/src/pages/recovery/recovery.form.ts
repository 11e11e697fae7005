import { z } from 'zod';
import { neededLine, typedLine } from '../form/typed.js';

export const recoveryForm = z.object({
  identifiant: neededLine(256),
  telephone: neededLine(64),
  secours: typedLine(64).optional().default(''),
});

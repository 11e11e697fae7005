import { z } from 'zod';
import { neededLine, typedEmail } from '../form/typed.js';

export const forgottenKeyForm = z.object({ identifiant: neededLine(256), email: typedEmail });

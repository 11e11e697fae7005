import { z } from 'zod';
import { locale, schoolRole } from '#contracts';
import { neededLine, typedEmail } from '../form/typed.js';

const chosen = ({ input }: { input?: unknown }) =>
  input === undefined || input === '' ? 'required' : 'notValid';

export const addUserForm = z.object({
  nom: neededLine(200),
  identifiant: neededLine(256),
  role: z.enum(schoolRole.options, { error: chosen }),
  email: typedEmail,
  langue: z.enum(locale.options, { error: chosen }),
});

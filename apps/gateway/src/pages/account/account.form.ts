import { z } from 'zod';
import { sessionId } from '#contracts';
import { typedKey } from '../form/typed.js';

export const changeKeyForm = z
  .object({ cle: typedKey, nouvelle: typedKey, confirmation: typedKey })
  .refine(({ nouvelle, confirmation }) => nouvelle === confirmation, {
    path: ['confirmation'],
    error: 'keysDiffer',
  });

export const endSessionForm = z.object({ session: sessionId });

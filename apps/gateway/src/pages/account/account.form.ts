import { z } from 'zod';
import { rememberSelector, sessionId } from '#contracts';
import { typedKey } from '../form/typed.js';

export const changeKeyForm = z
  .object({ cle: typedKey, nouvelle: typedKey, confirmation: typedKey })
  .refine(({ nouvelle, confirmation }) => nouvelle === confirmation, {
    path: ['confirmation'],
    error: 'keysDiffer',
  });

export const forgetDeviceForm = z.object({ appareil: rememberSelector });

export const endSessionForm = z.object({ session: sessionId });

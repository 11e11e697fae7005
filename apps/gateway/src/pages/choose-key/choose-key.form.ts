import { z } from 'zod';
import { typedKey } from '../form/typed.js';

export const chooseKeyForm = z
  .object({ cle: typedKey, confirmation: typedKey })
  .refine(({ cle, confirmation }) => cle === confirmation, { path: ['confirmation'], error: 'keysDiffer' });

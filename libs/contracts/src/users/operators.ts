import { z } from 'zod';
import { command } from '../request.js';
import { locale, vendorRole } from '../vocabulary.js';
import { actor, detailRefusals } from './schools.js';

/** Adds one of the vendor's own people; their welcome mail follows. Only from the command line or the demo seed. */
export const AddOperator = command('users.add-operator', {
  payload: {
    actor,
    identifier: z.string().max(256),
    name: z.string().max(200),
    role: vendorRole,
    email: z.string().max(320),
    locale,
  },
  done: { userId: z.string() },
  refused: [...detailRefusals, 'not-allowed'],
});

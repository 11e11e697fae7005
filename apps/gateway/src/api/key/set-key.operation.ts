import { z } from 'zod';
import { keyRefusals } from '#contracts';
import { keyField, newKeyField } from '../fields.js';
import { operation } from '../operation.js';

export const setKey = operation({
  id: 'setKey',
  tag: 'keys',
  method: 'PUT',
  route: '/api/v1/key',
  access: 'choose-key-too',
  summary: 'Choose or change the key',
  description:
    'In a session of level `choose-key`, chooses the key and ends every session of the user, this one included: sign in with the new key. In a full session, asks for the current key, changes it and ends every other session.',
  body: z.strictObject({ currentKey: keyField.optional(), newKey: newKeyField }),
  status: 204,
  problems: [...keyRefusals, 'wrong-key', 'too-many-attempts', 'busy'],
});

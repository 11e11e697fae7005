import { codesKey, factorKey } from './data-key-names.js';
import type { Factors } from './factors.js';

/** The data keys of every factor in force and of the recovery codes. */
export const keysOfFactors = ({ totp, passkeys, codes }: Factors): readonly string[] => [
  ...[...(totp === null ? [] : [totp]), ...passkeys].map(({ factorId }) => factorKey(factorId)),
  ...(codes === null ? [] : [codesKey(codes.setId)]),
];

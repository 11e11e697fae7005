import { userInfo } from 'node:os';

/** The account somebody works under at this machine; behind sudo, their own. */
export const operatorHere = (): string =>
  process.env['SUDO_USER'] ?? process.env['USER'] ?? `uid-${userInfo().uid}`;

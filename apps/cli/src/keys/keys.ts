import { Command } from 'commander';
import { keysList } from './keys-list.js';
import { keysMake } from './keys-make.js';
import { keysRotate } from './keys-rotate.js';

/** `keys`: the key files, and the change of those that sign tokens for internal services. */
export const keys = (): Command =>
  new Command('keys')
    .description('Key files, and those that sign tokens for internal services')
    .addCommand(keysList())
    .addCommand(keysRotate())
    .addCommand(keysMake());

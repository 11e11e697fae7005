import { Command } from 'commander';
import { keysList } from './keys-list.js';
import { keysMake } from './keys-make.js';
import { keysRotate } from './keys-rotate.js';
import { masterKeys } from './master/master-keys.js';

/** `keys`: the key files, the change of those that sign tokens for internal services, and that of the master key. */
export const keys = (): Command =>
  new Command('keys')
    .description('key files, those that sign tokens for internal services, and the master key')
    .addCommand(keysList())
    .addCommand(keysRotate())
    .addCommand(keysMake())
    .addCommand(masterKeys());

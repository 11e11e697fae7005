import { Command } from 'commander';
import { masterAdd } from './master-add.js';
import { masterDrop } from './master-drop.js';
import { masterList } from './master-list.js';
import { masterRewrap } from './master-rewrap.js';
import { masterUse } from './master-use.js';

/** `keys master`: the change of the master key, a step at a time; docs/guides/key-rotation.md says what comes between them. */
export const masterKeys = (): Command =>
  new Command('master')
    .description('the master key, which wraps every data key, and its change')
    .addCommand(masterList())
    .addCommand(masterAdd())
    .addCommand(masterUse())
    .addCommand(masterRewrap())
    .addCommand(masterDrop());

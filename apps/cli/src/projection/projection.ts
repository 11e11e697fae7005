import { Command } from 'commander';
import { projectionRebuild } from './projection-rebuild.js';
import { projectionVerify } from './projection-verify.js';

/** `projection`: read models, which are made from the log and can be made again. */
export const projection = (): Command =>
  new Command('projection')
    .description('read models, which can be made anew from the log')
    .addCommand(projectionRebuild())
    .addCommand(projectionVerify());

import type { Command } from 'commander';
import { operatorHere } from '../../terminal/operator-here.js';

/** Who reads, and why. */
export type ReadingOptions = Readonly<{ reason?: string; operator: string }>;

/** `--reason TEXT --operator NAME`: what the journal of readings keeps of whoever reads (GDP-09). */
export const readingOptions = (command: Command): Command =>
  command
    .option('--reason <text>', 'why, for the journal of readings; never a name or an address')
    .option('--operator <name>', 'who you are, by the name you are known by here', operatorHere());

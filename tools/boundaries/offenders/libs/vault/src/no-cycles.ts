import type { Cycle } from './no-cycles.again.js';
export type Offence = Cycle;

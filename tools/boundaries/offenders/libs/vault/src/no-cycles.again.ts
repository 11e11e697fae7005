import type { Offence } from './no-cycles.js';
export type Cycle = Offence;

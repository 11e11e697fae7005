import type { School } from '../school/school.js';
export type Offence = School;

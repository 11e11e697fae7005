import type { DataKeys } from '../../../libs/vault/src/data-keys.js';
export type Offence = DataKeys;

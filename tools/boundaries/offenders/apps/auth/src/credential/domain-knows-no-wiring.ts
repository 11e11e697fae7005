import type { RenewKeyHandler } from './renew-key/renew-key.handler.js';
export type Offence = RenewKeyHandler;

import type { Options } from '@node-rs/argon2';

/** The parameters of the product (KEY-10); 2 is argon2id, whose const enum cannot be used from here. */
export const bareArgon2: Options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

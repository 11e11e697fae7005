/** What goes into a hash beside the key; `algorithm` is the library's number for argon2id, memory is in KiB. */
export type Argon2Options = Readonly<{
  algorithm: number;
  memoryCost: number;
  timeCost: number;
  parallelism: number;
}>;

/** argon2, wherever it is computed; the signatures are those of `@node-rs/argon2`. */
export type Argon2 = Readonly<{
  hash(key: string, options: Argon2Options): Promise<string>;
  /** Rejects for what is no argon2 hash. */
  verify(stored: string, key: string): Promise<boolean>;
  close?(): Promise<void>;
}>;

/** What an argon2id hash costs: memory in KiB, passes over it, lanes. */
export type Parameters = Readonly<{ memory: number; passes: number; lanes: number }>;

/** The floor of OWASP's table for argon2id (KEY-10). */
export const currentParameters: Parameters = { memory: 19_456, passes: 2, lanes: 1 };

/** The parameters of an argon2id hash in PHC string format; null for anything else. */
export const parametersOf = (hash: string): Parameters | null => {
  const found = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$/.exec(hash);
  return found && { memory: Number(found[1]), passes: Number(found[2]), lanes: Number(found[3]) };
};

/** Whether one is less than the other in memory or in passes; anything but argon2id is. */
export const isWeaker = (given: Parameters | null, wanted: Parameters): boolean =>
  given === null || given.memory < wanted.memory || given.passes < wanted.passes;

import { type Move, moves } from './moves.js';
import { type KeyWorld, loaded } from './world.js';

/** `story`: what had happened until then, and this. */
export type Step = Readonly<{ before: KeyWorld; after: KeyWorld; story: readonly string[] }>;

type Told = Readonly<{ world: KeyWorld; story: readonly string[] }>;

/** Every step of every order of so many moves, the shortest stories first. Worlds that nobody could tell apart are gone on from once. */
export const everyStep = (start: KeyWorld, depth: number): readonly Step[] => {
  const steps: Step[] = [];
  const seen = new Set([shapeOf(start)]);
  let latest: readonly Told[] = [{ world: start, story: [] }];
  for (let left = depth; left > 0; left -= 1) {
    const made = latest.flatMap((told) => moves.flatMap((move) => stepsFrom(told, move)));
    for (const step of made) steps.push(step);
    latest = made.flatMap(({ after, story }) => (isNew(seen, after) ? [{ world: after, story }] : []));
  }
  return steps;
};

const stepsFrom = ({ world, story }: Told, { name, make }: Move): readonly Step[] => {
  const after = make(world);
  return after === null ? [] : [{ before: world, after, story: [...story, name] }];
};

const isNew = (seen: Set<string>, world: KeyWorld): boolean => {
  const { size } = seen;
  return seen.add(shapeOf(world)).size > size;
};

const shapeOf = (world: KeyWorld): string =>
  JSON.stringify([loaded(world), world.at, world.mailed, world.checked, world.sessions]);

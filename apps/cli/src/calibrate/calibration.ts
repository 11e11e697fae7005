import type { Measured } from './measure.js';

/** What a verification costs and how many a machine can do, as `--json` tells it. */
export type Calibration = Readonly<{
  algorithm: 'argon2id';
  memoryKiB: number;
  passes: number;
  lanes: number;
  processors: number;
  medianMs: number;
  p95Ms: number;
  perSecond: number;
  /** What as many hashes as there are processors take together. */
  memoryMiB: number;
}>;

type Cost = Readonly<{ memory: number; passes: number; lanes: number }>;

/** What was measured in short: milliseconds to a tenth, whole verifications a second. */
export const calibrationOf = (
  { memory, passes, lanes }: Cost,
  { processors, aloneMs, perSecond }: Measured,
): Calibration => ({
  algorithm: 'argon2id',
  memoryKiB: memory,
  passes,
  lanes,
  processors,
  medianMs: tenths(quantile(aloneMs, 0.5)),
  p95Ms: tenths(quantile(aloneMs, 0.95)),
  perSecond: Math.round(perSecond),
  memoryMiB: (processors * memory) / 1024,
});

/** The smallest of the values that so many of them do not exceed. */
const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((one, other) => one - other)[Math.ceil(values.length * share) - 1]!;

const tenths = (milliseconds: number) => Math.round(milliseconds * 10) / 10;

const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b);

/** The value below which this share of the values lies, by nearest rank. `share` from 0 to 1. */
export const quantile = (values: readonly number[], share: number): number => {
  const at = Math.max(0, Math.ceil(values.length * share) - 1);
  const value = sorted(values)[at];
  if (value === undefined) throw new RangeError('a quantile of nothing');
  return value;
};

export const median = (values: readonly number[]): number => quantile(values, 0.5);

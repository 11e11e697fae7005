/** The exponent of a power of two; undefined for any other number. Exact, unlike a logarithm. */
export const exponentOf = (size: number): number | undefined => {
  let exponent = 0;
  while (2 ** exponent < size) exponent += 1;
  return 2 ** exponent === size ? exponent : undefined;
};

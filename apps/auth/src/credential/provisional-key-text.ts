/** Crockford's base 32, without the letters I, L, O and U. */
const SHAPE = /^[0-9A-HJKMNP-TV-Z]{16}$/;

/**
 * The provisional key in what was typed, however it was copied: case, spaces and dashes do not matter, O is 0, I and L
 * are 1 (KEY-12). Null when it cannot be one. A chosen key may have this shape too; it is then both.
 */
export const provisionalKeyIn = (typed: string): string | null => {
  const text = typed
    .toUpperCase()
    .replace(/[\s\u2010-\u2015-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return SHAPE.test(text) ? text : null;
};

/** What `$$stream` says of how long events of `stream` are shown. `maxAge` in seconds. */
export type StreamMetadata = Readonly<{ maxAge?: number; maxCount?: number; truncateBefore?: number }>;

/** `$tb` of a stream that was deleted softly: the highest revision there can be. */
export const DELETED = 2 ** 63 - 1;

export function parseMetadata(data: Uint8Array): StreamMetadata {
  const json = JSON.parse(Buffer.from(data).toString('utf8') || '{}') as Record<string, unknown>;
  const number = (key: string, name: keyof StreamMetadata) =>
    typeof json[key] === 'number' ? { [name]: json[key] } : {};
  return {
    ...number('$maxAge', 'maxAge'),
    ...number('$maxCount', 'maxCount'),
    ...number('$tb', 'truncateBefore'),
  };
}

export const isDeleted = ({ truncateBefore }: StreamMetadata): boolean => truncateBefore === DELETED;

/** The lowest revision that is shown, whatever its age. */
export const lowestShown = ({ maxCount, truncateBefore = 0 }: StreamMetadata, last: number): number =>
  Math.max(truncateBefore, maxCount === undefined ? 0 : last - maxCount + 1, 0);

/** Events created at or before this time are not shown. */
export const expiredBy = ({ maxAge }: StreamMetadata, now: number): number =>
  maxAge === undefined ? -Infinity : now - maxAge * 1000;

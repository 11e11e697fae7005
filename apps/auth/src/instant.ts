/** The instant (ISO 8601, UTC) so many seconds after another; a negative number is before it. */
export const later = (at: string, seconds: number): string =>
  new Date(Date.parse(at) + seconds * 1000).toISOString();

/** Seconds from one instant to another; negative when `until` lies before `from`. */
export const secondsBetween = (from: string, until: string): number =>
  (Date.parse(until) - Date.parse(from)) / 1000;

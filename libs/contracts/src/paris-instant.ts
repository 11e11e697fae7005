const parts = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Paris',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** How far the clocks in Paris are ahead of UTC at an instant, in milliseconds. */
const aheadAt = (instant: number): number => {
  const whole = Math.floor(instant / 1000) * 1000;
  return Date.parse(`${parts.format(new Date(whole)).replace(' ', 'T')}Z`) - whole;
};

/** The instant of a wall clock in Paris, `2026-03-03T10:00`, as ISO 8601 in UTC; null when there is no such day, or before 1970. Of an hour that the clocks strike twice, the second. */
export const parisInstant = (wall: string): string | null => {
  const asUtc = Date.parse(`${wall}Z`);
  // `Date` takes 31 February for 3 March.
  if (!(asUtc >= 0) || !new Date(asUtc).toISOString().startsWith(wall)) return null;
  // The clocks may change between what is read as UTC and what is meant.
  const near = asUtc - aheadAt(asUtc);
  return new Date(asUtc - aheadAt(near)).toISOString();
};

const parts = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Paris',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** The instant of a wall clock in Paris, `2026-03-03T10:00`, as ISO 8601 in UTC; null when there is no such day. */
export const parisInstant = (wall: string): string | null => {
  const asUtc = Date.parse(`${wall}Z`);
  if (Number.isNaN(asUtc)) return null;
  // What the clock in Paris shows at that instant of UTC tells how far it is ahead.
  const ahead = Date.parse(`${parts.format(new Date(asUtc)).replace(' ', 'T')}Z`) - asUtc;
  return new Date(asUtc - ahead).toISOString();
};

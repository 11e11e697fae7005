/** What was typed in a field, to be shown again after a mistake. Never used for keys; anything but one short text is dropped. */
export const retyped = (body: unknown, field: string): string => {
  if (typeof body !== 'object' || body === null) return '';
  const value: unknown = Object.hasOwn(body, field) ? (body as Record<string, unknown>)[field] : '';
  return typeof value === 'string' && value.length <= 320 ? value : '';
};

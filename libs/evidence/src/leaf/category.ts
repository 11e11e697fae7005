const DATA_KEY = 'data-key';

/** What sort of stream this is: the part of its name before the first dash; `data-key` is one word. */
export const categoryOf = (stream: string): string => {
  if (stream.startsWith(`${DATA_KEY}-`)) return DATA_KEY;
  const end = stream.indexOf('-');
  return end < 0 ? stream : stream.slice(0, end);
};

/** Whether the streams of this category hold data keys, which leave when they are destroyed (invariant 10). */
export const isDataKey = (category: string): boolean => category === DATA_KEY;

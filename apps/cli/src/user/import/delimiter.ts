/** Semicolon first: it wins a draw, as Excel writes it in French. */
const candidates = [';', ',', '\t'] as const;

/** What parts the cells: the candidate that stands most often in the header, outside quotes. */
export const delimiterOf = (header: string): string => {
  const unquoted = header.replaceAll(/"[^"]*"/g, '');
  const counts = candidates.map((candidate) => unquoted.split(candidate).length);
  return candidates[counts.indexOf(Math.max(...counts))]!;
};

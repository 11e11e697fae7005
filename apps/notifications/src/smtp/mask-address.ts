const masked = (word: string): string => {
  const letters = [...word];
  return letters.length < 3 ? '…' : `${letters[0]}…${letters.at(-1)}`;
};

/** `marie@exemple.fr` as `m…e@e…e.fr`: enough to tell two addresses apart in a log, not enough to write to (EML-08). */
export const maskAddress = (address: string): string => {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  const dot = domain.lastIndexOf('.');
  if (at < 1 || dot < 1) return '…';
  return `${masked(address.slice(0, at))}@${masked(domain.slice(0, dot))}${domain.slice(dot)}`;
};

/** `ma…ie`: enough for its owner to recognise it, not enough to use it (EML-04). */
export const maskIdentifier = (identifier: string): string => {
  const letters = [...identifier];
  const shown = letters.length >= 6 ? 2 : letters.length >= 4 ? 1 : 0;
  const start = letters.slice(0, Math.max(shown, 1)).join('');
  return `${start}…${shown === 0 ? '' : letters.slice(-shown).join('')}`;
};

const narrow = '\u202f';
const wide = '\u00a0';

/** Words of the outside contract, which other programs look for letter by letter: they keep their plain spaces. */
export const contractWords: readonly string[] = ['Clé oubliée ?', '4-1-1 Sécurité : Utilisateurs'];

/** Makes the spaces French typography wants unbreakable: narrow before `; ! ?`, full before `:` and inside `« »`. */
export const frenchSpaces = (text: string): string =>
  contractWords.includes(text)
    ? text
    : text
        .replace(/ ([;!?])/g, `${narrow}$1`)
        .replace(/ :/g, `${wide}:`)
        .replace(/« /g, `«${wide}`)
        .replace(/ »/g, `${wide}»`);

/** The same for every sentence of a catalogue, whether it is written down or made by a function. */
export const withFrenchSpaces = <T>(part: T): T => {
  if (typeof part === 'string') return frenchSpaces(part) as T;
  if (typeof part === 'function')
    return ((...words: unknown[]) => frenchSpaces((part as (...words: unknown[]) => string)(...words))) as T;
  if (Array.isArray(part)) return part.map(withFrenchSpaces) as T;
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([name, value]) => [name, withFrenchSpaces(value)]),
  ) as T;
};

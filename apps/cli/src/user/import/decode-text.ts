/** What Windows-1252 has where Latin-1 has control characters, 0x80 to 0x9F; five are not assigned. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * The text of a file: UTF-8 or UTF-16 by its byte order mark, UTF-8 if that is what it can be, and Windows-1252 otherwise,
 * as Excel saves "CSV" in French. The table is ours: some versions of Node decode Windows-1252 as Latin-1.
 */
export const decodeText = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const latin = Buffer.from(bytes).toString('latin1');
    return latin.replaceAll(/[\u0080-\u009f]/g, (character) => windows[character.charCodeAt(0) - 0x80]!);
  }
};

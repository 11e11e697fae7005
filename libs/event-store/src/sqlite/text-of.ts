const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Text of a row, which was asked for as bytes: of bytes that are no text the driver makes an end of the whole process, and anybody
 * may have changed the file. Throws TypeError then.
 */
export const textOf = (bytes: unknown): string => utf8.decode(bytes as Uint8Array);

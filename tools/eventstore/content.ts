/** Bytes as text for a JSON column: UTF-8 where that gives the same bytes back, else base64. */
export function textOf(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes);
  const text = buffer.toString('utf8');
  return Buffer.from(text, 'utf8').equals(buffer) ? `u${text}` : `b${buffer.toString('base64')}`;
}

export const bytesOf = (text: string): Buffer =>
  Buffer.from(text.slice(1), text.startsWith('b') ? 'base64' : 'utf8');

/** Thrown for a page that is sensitive, when the key was not typed in this session lately (SES-08). */
export class KeyNeeded extends Error {
  override readonly name = 'KeyNeeded';
  constructor() {
    super('key needed');
  }
}

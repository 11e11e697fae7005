import type { Catalogue } from '../language/catalogue.fr.js';

/** What a page may be told to say by the page before it, in its address: `?dit=cle-choisie`. Nothing else can be put in its mouth. */
export type Said = keyof Catalogue['said'];

/** The sentence for a code of the closed list; null for anything else. */
export const said = (t: Catalogue, code: unknown): string | null =>
  typeof code === 'string' && Object.hasOwn(t.said, code) ? t.said[code as Said] : null;

import type { Locale } from '#contracts';
import { en } from './catalogue.en.js';
import { fr } from './catalogue.fr.js';
import type { Catalogue } from './catalogue.fr.js';
import { withFrenchSpaces } from './french-spaces.js';

/** The sentences of the pages, by language. */
export const catalogues: Readonly<Record<Locale, Catalogue>> = { fr: withFrenchSpaces(fr), en };

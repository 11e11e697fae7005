import type { Language } from '../language/language.js';
import type { SentenceByType } from './sentence-by-type.js';
import { english } from './sentences.en.js';
import { french } from './sentences.fr.js';
import type { ToldEvent } from './timeline.js';

const sentences: Readonly<Record<Language, SentenceByType>> = { fr: french, en: english };

/** What happened, in words. A type of an older or newer version is told by its name. */
export const sentenceOf = (language: Language, { type, data }: ToldEvent): string => {
  const known = sentences[language] as unknown as Readonly<Record<string, (data: unknown) => string>>;
  return known[type]?.(data) ?? type;
};

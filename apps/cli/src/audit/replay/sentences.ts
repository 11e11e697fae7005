import { credentialSentences, factorSentences, recoverySentences } from '#apps/auth';
import { supportCaseSentences, userSentences } from '#apps/users';
import type { Language } from '../../terminal/language.js';
import { momentIn } from '../language/moment.js';
import type { ToldEvent } from './timeline.js';

type Sentence = (data: unknown, moment: (at: string) => string) => string;

/** What happened, in words. A type of an older or newer version is told by its name. */
export const sentenceOf = (language: Language, { type, data }: ToldEvent): string => {
  const all = {
    ...credentialSentences[language],
    ...factorSentences[language],
    ...recoverySentences[language],
    ...userSentences[language],
    ...supportCaseSentences[language],
  };
  const known = all as unknown as Readonly<Record<string, Sentence>>;
  return known[type]?.(data, (at) => momentIn(language, at)) ?? type;
};

import type { Language } from './language.js';
import { refusalsInEnglish } from './refusals/refusals.en.js';
import { refusalsInFrench } from './refusals/refusals.fr.js';

const texts: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  fr: refusalsInFrench,
  en: refusalsInEnglish,
};

/** Why a command was refused, in words. */
export const refusalText = (language: Language, reason: string): string => texts[language][reason] ?? reason;

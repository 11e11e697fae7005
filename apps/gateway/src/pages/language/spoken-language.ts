import { locale } from '#contracts';
import type { Locale } from '#contracts';
import { preferredLocale } from '../../language/preferred-locale.js';

/** The language of a page: the one the person chose, else what their browser asks for. */
export const spokenLanguage = (chosen: string | undefined, acceptLanguage: string | undefined): Locale => {
  const choice = locale.safeParse(chosen);
  return choice.success ? choice.data : preferredLocale(acceptLanguage);
};

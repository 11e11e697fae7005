import type { Locale } from '#contracts';

/** French, unless the reader's `Accept-Language` (RFC 9110, 12.5.4) prefers English to it. */
export const preferredLocale = (header: string | undefined): Locale => {
  const weights = { fr: 0, en: 0 };
  for (const range of (header ?? '').slice(0, 256).toLowerCase().split(',')) {
    const [tag = '', quality = 'q=1'] = range.split(';').map((part) => part.trim());
    const language = tag.split('-')[0];
    const weight = Number(/^q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.exec(quality)?.[1] ?? 0);
    if (language === 'fr' || language === 'en') weights[language] = Math.max(weights[language], weight);
  }
  return weights.en > weights.fr ? 'en' : 'fr';
};

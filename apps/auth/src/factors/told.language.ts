import type { Locale } from '#contracts';
import type { Telling } from '#event-sourcing';
import type { FactorUseEvent } from '../factor-use/factor-use.events.js';
import type { FactorsEvent } from './factors.events.js';
import { english } from './sentences.en.js';
import { french } from './sentences.fr.js';

/** What happened to second factors, in words, in the auditor's language. */
export const factorSentences: Readonly<Record<Locale, Telling<FactorsEvent | FactorUseEvent>>> = {
  fr: french,
  en: english,
};

import type { Locale } from '#contracts';
import type { Telling } from '#event-sourcing';
import { english } from './sentences.en.js';
import { french } from './sentences.fr.js';
import type { SupportCaseEvent } from './support-case.events.js';

/** What happened in a case of support, in words, in the auditor's language. */
export const supportCaseSentences: Readonly<Record<Locale, Telling<SupportCaseEvent>>> = {
  fr: french,
  en: english,
};

import type { Locale } from '#contracts';
import type { Telling } from '#event-sourcing';
import type { RecoveryEvent } from './recovery.events.js';
import { english } from './sentences.en.js';
import { french } from './sentences.fr.js';

/** What happened to the codes of support, in words, in the auditor's language. */
export const recoverySentences: Readonly<Record<Locale, Telling<RecoveryEvent>>> = {
  fr: french,
  en: english,
};

import type { Locale } from '#contracts';
import type { Telling } from '#event-sourcing';
import type { CredentialEvent } from './credential.events.js';
import { english } from './sentences.en.js';
import { french } from './sentences.fr.js';

/** What happened to a credential, in words, in the auditor's language. */
export const credentialSentences: Readonly<Record<Locale, Telling<CredentialEvent>>> = {
  fr: french,
  en: english,
};

import type { Locale } from '#contracts';
import type { Telling } from '#event-sourcing';
import type { UserEvent } from './user.events.js';
import { english } from './sentences.en.js';
import { french } from './sentences.fr.js';

/** What happened to a user, in words, in the auditor's language. */
export const userSentences: Readonly<Record<Locale, Telling<UserEvent>>> = { fr: french, en: english };

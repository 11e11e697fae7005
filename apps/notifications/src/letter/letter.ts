import type { Locale } from '#contracts';

/** A mail as it is read: a subject, and the same words as text and as HTML. */
export type Letter = Readonly<{ locale: Locale; subject: string; text: string; html: string }>;

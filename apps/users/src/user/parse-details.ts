import type { Locale, Role } from '#contracts';
import { parseIdentifier } from '../identifier/parse-identifier.js';
import { parseEmail, type DomainToAscii } from '../reference-email/parse-email.js';
import { parseName } from './parse-name.js';

export type Typed = Readonly<{ identifier: string; name: string; email: string }>;
export type Details = Typed & Readonly<{ role: Role; locale: Locale }>;
export type DetailRefusal = 'identifier-not-valid' | 'email-not-valid' | 'name-not-valid';

/** A person's details in the form in which they are stored, or what is wrong with them. */
export const parseDetails = (typed: Typed, domainToAscii: DomainToAscii): Typed | DetailRefusal => {
  const name = parseName(typed.name);
  if (name === null) return 'name-not-valid';
  const identifier = parseIdentifier(typed.identifier);
  if (identifier === null) return 'identifier-not-valid';
  const email = parseEmail(typed.email, domainToAscii);
  return email === null ? 'email-not-valid' : { identifier, name, email };
};

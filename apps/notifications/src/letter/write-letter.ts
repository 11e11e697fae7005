import type { MailKind } from '../mail/mail-request.js';
import type { Letter } from './letter.js';
import type { Facts, Mailing, Recipient } from './mailing.js';

/**
 * Writes the letter of a mailing. Of the person it says the first name alone, and of the identifier what is masked:
 * identifier and key never travel together (EML-04).
 */
export const writeLetter = <Kind extends MailKind>(
  mailing: Mailing<Kind>,
  { firstName, maskedIdentifier, identifier, maskedNew, schoolName }: Recipient,
  facts: Facts<Kind>,
): Letter =>
  mailing.template(facts.locale, {
    firstName,
    maskedIdentifier,
    identifier: identifier ?? null,
    maskedNew: maskedNew ?? null,
    schoolName,
    ...mailing.words(facts),
  });

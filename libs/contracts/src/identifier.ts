/** The one spelling under which an identifier is compared: NFKC, no surrounding space, lower case. */
export const normaliseIdentifier = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase();

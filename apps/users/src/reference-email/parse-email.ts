/** Turns a typed domain into its lower-case ASCII form, or `''` (WHATWG `domainToASCII`). */
export type DomainToAscii = (domain: string) => string;

/** RFC 5321 limits, in octets. */
const longest = { local: 64, domain: 253, address: 254 };

/** RFC 5322 dot-atom. Quoted local parts and UTF-8 ones are lawful, rare, and not what our mail server promises to carry. */
const localPart = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;

/** Letters, marks, digits, hyphens and the dots of every script; so no port, path, escape or literal reaches the converter. */
const typedDomain = /^[\p{L}\p{M}\p{N}.\u3002\uff0e\uff61-]+$/u;

const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** The address as it is stored (EML-06): local part as typed, domain in lower case and punycode. Null if it cannot be one. */
export const parseEmail = (typed: string, domainToAscii: DomainToAscii): string | null => {
  // Before trimming: a line break anywhere is an attempt at a header, never a slip of the hand (TST-15).
  if (/\p{Cc}/u.test(typed)) return null;
  const address = typed.trim();
  const at = address.lastIndexOf('@');
  const local = address.slice(0, Math.max(at, 0));
  if (local.length > longest.local || !localPart.test(local)) return null;
  const domain = asciiDomain(address.slice(at + 1), domainToAscii);
  if (domain === null) return null;
  const canonical = `${local}@${domain}`;
  return canonical.length > longest.address ? null : canonical;
};

const asciiDomain = (typed: string, domainToAscii: DomainToAscii): string | null => {
  if (typed.length > longest.domain || !typedDomain.test(typed)) return null;
  const domain = domainToAscii(typed);
  const labels = domain.split('.');
  const named =
    domain.length <= longest.domain && labels.length >= 2 && labels.every((each) => label.test(each));
  // A last label of digits is an IPv4 address, not a name.
  return named && !/^\d+$/.test(labels.at(-1) ?? '') ? domain : null;
};

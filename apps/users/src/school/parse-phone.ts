/** E.164: `+`, a country code that does not begin with 0, at most 15 digits in all. */
const international = /^\+[1-9]\d{6,14}$/;

/** A French national number: a 0 and nine digits, of which the first is not 0. */
const national = /^0([1-9]\d{8})$/;

/** Overseas numbers are dialled like mainland ones but live under country codes of their own (ARCEP numbering plan). */
const overseas: readonly (readonly [RegExp, string])[] = [
  [/^(590|69[01])/, '+590'],
  [/^(594|694)/, '+594'],
  [/^(596|69[67])/, '+596'],
  [/^(262|263|269|639|69[23])/, '+262'],
];

/** The number in E.164, or null: `06 12 34 56 78` becomes `+33612345678`. */
export const parsePhone = (typed: string): string | null => {
  if (!/^[\d\s().+/-]{6,40}$/u.test(typed)) return null;
  const digits = typed
    .replace(/\(0\)/g, '')
    .replace(/[\s()./-]/g, '')
    .replace(/^00/, '+');
  const french = national.exec(digits.replace(/^\+330?/, '0'))?.[1];
  if (french !== undefined) {
    const country = overseas.find(([prefix]) => prefix.test(french))?.[1] ?? '+33';
    return `${country}${french}`;
  }
  return international.test(digits) && !digits.startsWith('+33') ? digits : null;
};

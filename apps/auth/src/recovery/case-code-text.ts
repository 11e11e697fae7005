const SHAPE = /^\d{8}$/;

/** The eight digits in what was typed or heard, however they were grouped; null when it cannot be a code. */
export const caseCodeIn = (typed: string): string | null => {
  const digits = typed.replace(/[\s\u2010-\u2015.-]/g, '');
  return SHAPE.test(digits) ? digits : null;
};

/** `no…@exemple.fr`: enough to recognise an address one knows, not enough to write to it (EML-08). */
export const maskEmail = (email: string): string => {
  const at = email.lastIndexOf('@');
  const shown = at > 3 ? 2 : 1;
  return `${email.slice(0, Math.min(shown, at))}…${email.slice(at)}`;
};

/** `•• •• •• •• 78`: the last two digits, enough for a manager to recognise their own number and useless to anybody else. */
export const maskPhone = (lastDigits: string | null): string =>
  lastDigits === null || lastDigits === '' ? '' : `•• •• •• •• ${lastDigits}`;

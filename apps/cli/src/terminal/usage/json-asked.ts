/** Whether an answer in JSON was asked for, told before any command begins: what Commander refuses never reaches one. */
export const jsonAsked = (typed: readonly string[]): boolean => {
  const end = typed.indexOf('--');
  return typed.slice(0, end === -1 ? typed.length : end).includes('--json');
};

/** Marks a branch that the types prove unreachable; a new event type that nobody folds stops compiling here. */
export const unreachable = (value: never): never => {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
};

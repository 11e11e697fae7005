export type School = object;

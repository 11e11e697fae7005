export type User = object;

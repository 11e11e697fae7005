/** A fact that happened, named in the past tense. `data` is plain JSON: no Date, no class, no undefined. */
export type DomainEvent<Type extends string = string, Data = object> = Readonly<{
  type: Type;
  data: Readonly<Data>;
}>;

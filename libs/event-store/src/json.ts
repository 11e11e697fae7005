/** What an event may hold: plain JSON, keys to values. */
export type Json = Readonly<Record<string, JsonValue>>;
export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

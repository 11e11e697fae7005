import type { z } from 'zod';
import type { ProblemCode } from '../problem/problems.js';
import type { Access } from '../session/access.js';

/**
 * One call of the JSON API, said once: the route, the guard, the check of what comes in and the OpenAPI document are all
 * made from it. Problems that every call can have (not signed in, not JSON, unavailable …) are added by the document.
 */
export type Operation<
  Path extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Body extends z.ZodObject = z.ZodObject,
> = Readonly<{
  /** Unique name, the document's `operationId`. */
  id: string;
  tag: 'sessions' | 'tokens' | 'keys' | 'users' | 'description';
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Full path; parameters as in `/api/v1/users/{userId}`. */
  route: string;
  access: Access;
  summary: string;
  description?: string;
  path?: Path;
  query?: Query;
  body?: Body;
  /** True if a read may ask for a position by the header `Trousseau-At-Least` (invariant 8). */
  waits?: boolean;
  status: 200 | 201 | 202 | 204;
  answer?: z.ZodType;
  problems: readonly ProblemCode[];
}>;

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;

/** What a handler gets of a request, already checked. */
export type InputOf<O extends Operation> = Readonly<{
  path: Parsed<O['path']>;
  query: Parsed<O['query']>;
  body: Parsed<O['body']>;
}>;

/** Gives an operation its exact type. */
export const operation = <const O extends Operation>(described: O): O => described;

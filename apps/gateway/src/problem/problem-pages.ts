import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from './problem.js';

/** Thrown by the session guard for a page that needs somebody signed in. */
export class SignInNeeded extends Error {
  override readonly name = 'SignInNeeded';
  constructor(
    /** True when the browser did bring a session, which opens nothing any more; its cookie is expired with this answer. */
    readonly sessionEnded: boolean,
  ) {
    super('sign-in needed');
  }
}

/**
 * How a page says that something is not possible. Implemented by the pages; the last-resort filter calls it for every
 * address outside /api. Status, `Retry-After` and expired cookies are already on the reply; it only has to send HTML.
 */
export abstract class ProblemPages {
  /** Sends the sign-in page at the address that was asked for, status 200, never a redirect (WEB-05). */
  abstract signInNeeded(
    request: FastifyRequest,
    reply: FastifyReply,
    needed: SignInNeeded,
  ): Promise<void> | void;

  /** Sends the page that asks for the key once more, and then goes on (SES-08). */
  abstract keyNeeded(request: FastifyRequest, reply: FastifyReply): Promise<void> | void;

  /** Sends a page about the problem. */
  abstract problem(request: FastifyRequest, reply: FastifyReply, problem: Problem): Promise<void> | void;
}

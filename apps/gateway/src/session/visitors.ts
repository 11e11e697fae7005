import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PortalCookies } from './session-cookie.js';
import { SessionGate } from './session-gate.js';
import type { SignedIn } from './signed-in.js';

/** Who visits the pages, told by the session cookie; and how a visit becomes a session and ends. */
@Injectable()
export class Visitors {
  constructor(
    @Inject(SessionGate) private readonly gate: SessionGate,
    @Inject(PortalCookies) private readonly cookies: PortalCookies,
  ) {}

  /** Who is signed in; null when nobody is. A cookie that opens nothing (any more) is expired with this answer (WEB-05). */
  async of(request: FastifyRequest, reply: FastifyReply): Promise<SignedIn | null> {
    if (request.signedIn) return request.signedIn;
    const secret = this.cookies.read(request, 'trousseau');
    const signedIn = await this.gate.verify(secret);
    if (signedIn) request.signedIn = signedIn;
    else if (secret !== undefined) this.cookies.expire(reply, 'trousseau');
    return signedIn;
  }

  /** Gives the browser its session, and the device cookie when auth made one (LOG-07). What it held before dies (SES-02). */
  signIn(
    request: FastifyRequest,
    reply: FastifyReply,
    { secret, device }: Readonly<{ secret: string; device?: string | undefined }>,
  ): void {
    this.cookies.set(request, reply, 'trousseau', secret);
    this.cookies.expire(reply, 'avant');
    if (device !== undefined) this.cookies.set(request, reply, 'appareil', device);
  }

  /** Takes the session cookie away. Ending the session itself is a command to auth. */
  signOut(reply: FastifyReply): void {
    this.cookies.expire(reply, 'trousseau');
  }
}

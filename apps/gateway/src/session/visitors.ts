import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PortalCookies } from './session-cookie.js';
import type { RememberedBrowser } from './remembered-browser.js';
import { Resumptions } from './resumption.js';
import { SessionGate } from './session-gate.js';
import type { SignedIn } from './signed-in.js';

type Opened = Readonly<{
  secret: string;
  device?: string | undefined;
  remembered?: Readonly<{ browser: RememberedBrowser; expiresAt: string }> | undefined;
}>;

/** Who visits the pages, told by the session cookie; and how a visit becomes a session and ends. */
@Injectable()
export class Visitors {
  constructor(
    @Inject(SessionGate) private readonly gate: SessionGate,
    @Inject(PortalCookies) private readonly cookies: PortalCookies,
    @Inject(Resumptions) private readonly resumptions: Resumptions,
  ) {}

  /** Who is signed in, if need be by resuming a session; null when nobody is. A cookie that opens nothing (any more) is expired with this answer (WEB-05). */
  async of(request: FastifyRequest, reply: FastifyReply): Promise<SignedIn | null> {
    if (request.signedIn) return request.signedIn;
    const secret = this.cookies.read(request, 'trousseau');
    const signedIn = (await this.gate.verify(secret)) ?? (await this.resumed(request, reply));
    if (signedIn) request.signedIn = signedIn;
    else if (secret !== undefined) this.cookies.expire(reply, 'trousseau');
    return signedIn;
  }

  private async resumed(request: FastifyRequest, reply: FastifyReply): Promise<SignedIn | null> {
    const secret = await this.resumptions.resume(request, reply);
    if (secret === undefined) return null;
    request.resumed = secret;
    return this.gate.verify(secret);
  }

  /** Gives the browser its session, and the device cookie when auth made one (LOG-07). What it held before dies (SES-02). */
  signIn(request: FastifyRequest, reply: FastifyReply, { secret, device, remembered }: Opened): void {
    this.cookies.set(request, reply, 'trousseau', secret);
    this.cookies.expire(reply, 'avant');
    if (device !== undefined) this.cookies.set(request, reply, 'appareil', device);
    // Without the box, whoever was remembered here before must not come back by themselves.
    if (remembered === undefined) this.cookies.expire(reply, 'rm');
    else this.resumptions.remember(request, reply, remembered.browser, remembered.expiresAt);
  }

  /** The session goes on under another secret; this very answer already speaks for it (SES-02). */
  goOn(
    request: FastifyRequest,
    reply: FastifyReply,
    next: Readonly<{ secret: string; signedIn: SignedIn; remembered?: Opened['remembered'] }>,
  ): void {
    const { secret, signedIn, remembered } = next;
    this.cookies.set(request, reply, 'trousseau', secret);
    request.resumed = secret;
    request.signedIn = signedIn;
    if (remembered !== undefined)
      this.resumptions.remember(request, reply, remembered.browser, remembered.expiresAt);
  }

  /** Takes the cookies away that open something. Ending the session itself is a command to auth. */
  signOut(reply: FastifyReply): void {
    this.cookies.expire(reply, 'trousseau');
    this.cookies.expire(reply, 'rm');
  }
}

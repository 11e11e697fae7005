import { Controller, Get, Inject, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Csrf } from '../csrf/csrf.js';
import { OpenToAll, OpenToChooseKey } from '../session/access.js';
import { NeedsFreshKey } from '../session/fresh-key.js';
import { Person } from '../session/person.decorator.js';
import type { SignedIn } from '../session/signed-in.js';
import { Visitors } from '../session/visitors.js';
import { PortalKeyGuard } from '../sign-in/portal-key.guard.js';
import type { SignInOutcome } from '../sign-in/sign-in-outcome.js';
import { SignInResult } from '../sign-in/sign-in-result.decorator.js';

/** The least of pages: what stands before every page, shown without one. */
@Controller('probe')
export class ProbeController {
  constructor(
    @Inject(Csrf) private readonly csrf: Csrf,
    @Inject(Visitors) private readonly visitors: Visitors,
  ) {}

  @OpenToAll()
  @Get('open')
  async form(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const signedIn = await this.visitors.of(request, reply);
    return { jeton: this.csrf.tokenFor(request, reply), name: signedIn?.profile.name };
  }

  @OpenToAll()
  @Post('open')
  post() {
    return 'taken';
  }

  @OpenToAll()
  @UseGuards(PortalKeyGuard)
  @Post('sign-in')
  signIn(
    @SignInResult() outcome: SignInOutcome,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    if (outcome.outcome === 'signed-in') this.visitors.signIn(request, reply, outcome);
    return { outcome: outcome.outcome, reason: outcome.outcome === 'refused' ? outcome.reason : undefined };
  }

  @Get('full')
  full(@Person() { profile }: SignedIn) {
    return profile.name;
  }

  @Post('full')
  change() {
    return 'changed';
  }

  @NeedsFreshKey()
  @Get('sensitive')
  sensitive(@Person() { profile }: SignedIn) {
    return `something sensitive of ${profile.name}`;
  }

  @OpenToChooseKey()
  @Get('choose')
  choose(@Person() { session }: SignedIn) {
    return session.level;
  }

  @OpenToAll()
  @Get('broken')
  broken() {
    throw new Error('a detail nobody may read: hunter2');
  }
}

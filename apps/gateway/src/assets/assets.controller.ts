import { Controller, Get, Headers, Inject, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Problem } from '../problem/problem.js';
import { OpenToAll } from '../session/access.js';
import { Assets } from './assets.js';

const YEAR_S = 365 * 24 * 3600;

/** Style sheet, script and icon. An address changes with its content, so browsers never ask twice. */
@Controller()
@OpenToAll()
export class AssetsController {
  constructor(@Inject(Assets) private readonly assets: Assets) {}

  @Get('assets/:file')
  file(
    @Param('file') file: string,
    @Headers('accept-encoding') encodings: string | undefined,
    @Res() reply: FastifyReply,
  ): void {
    const asset = this.assets.find(`/assets/${file}`);
    if (!asset) throw new Problem('not-found');
    const brotli = /\bbr\b/.test(encodings ?? '');
    if (brotli) void reply.header('content-encoding', 'br');
    void reply
      .header('cache-control', `public, max-age=${YEAR_S}, immutable`)
      .header('vary', 'accept-encoding')
      .type(asset.type)
      .send(brotli ? asset.brotli : asset.plain);
  }

  /** Browsers ask for this one whatever the page says. */
  @Get('favicon.ico')
  favicon(@Res() reply: FastifyReply): void {
    void reply
      .header('cache-control', 'public, max-age=86400')
      .type(this.assets.icon.type)
      .send(this.assets.icon.plain);
  }
}

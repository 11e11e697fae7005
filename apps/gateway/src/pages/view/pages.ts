import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Clock } from '#platform';
import { Assets } from '../../assets/assets.js';
import { Csrf } from '../../csrf/csrf.js';
import { catalogues } from '../language/catalogues.js';
import { waitingTime } from '../language/moments.js';
import { spokenLanguage } from '../language/spoken-language.js';
import { type Frame, frameOf } from './frame.js';
import type { Said } from './said.js';
import { type View, Views } from './views.js';

export const LANGUAGE_COOKIE = 'lang';

/** Sends pages: in the reader's language, inside the frame, with a token for the page's forms. */
@Injectable()
export class Pages {
  constructor(
    @Inject(Views) private readonly views: Views,
    @Inject(Assets) private readonly assets: Assets,
    @Inject(Csrf) private readonly csrf: Csrf,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The language of this answer and its sentences. */
  language({ request }: FastifyReply): Pick<Frame, 'lang' | 't'> {
    const lang = spokenLanguage(request.cookies[LANGUAGE_COOKIE], request.headers['accept-language']);
    return { lang, t: catalogues[lang] };
  }

  /** Sends the page. Nothing of it is kept by any cache (WEB-04), which the gateway says for all its answers. */
  show<Model extends object>(reply: FastifyReply, view: View<Model>, model: Model, status = 200): void {
    this.send(reply, this.render(reply, view, model, status), status);
  }

  /** The text of the page. Whoever is not signed in may be given a cookie with it, for the token of its forms. */
  render<Model extends object>(reply: FastifyReply, view: View<Model>, model: Model, status: number): string {
    const { request } = reply;
    const csrf = this.csrf.tokenFor(request, reply);
    const frame = frameOf({
      ...this.language(reply),
      request,
      csrf,
      assets: this.assets,
      status,
      now: this.clock.now(),
    });
    return this.views.render(view, { ...frame, ...model });
  }

  send(reply: FastifyReply, html: string, status: number): void {
    void reply
      .status(status)
      .type('text/html; charset=utf-8')
      .header('content-language', this.language(reply).lang)
      .header('vary', 'accept-language, cookie')
      .send(html);
  }

  /** Says with the answer when another try makes sense (`Retry-After`), and gives the sentence for the page; in seconds. */
  waiting(reply: FastifyReply, seconds = 60): string {
    const { t, lang } = this.language(reply);
    void reply.header('retry-after', seconds);
    return t.waiting.text(waitingTime(seconds, lang));
  }

  /** After a form: on to a page of ours by GET (303), which may say one sentence of the closed list. */
  goTo(
    reply: FastifyReply,
    path: string,
    more: Readonly<{ say?: Said; atLeast?: number; turn?: number; suite?: string; stay?: boolean }> = {},
  ): void {
    const query = new URLSearchParams();
    if (more.say !== undefined) query.set('dit', more.say);
    if (more.atLeast !== undefined) query.set('apres', String(more.atLeast));
    if (more.turn) query.set('tour', String(more.turn));
    if (more.suite !== undefined) query.set('suite', more.suite);
    if (more.stay) query.set('rester', 'oui');
    void reply
      .status(303)
      .header('location', query.size === 0 ? path : `${path}?${query}`)
      .send();
  }
}

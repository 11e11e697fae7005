import { Body, Controller, Inject, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { SETTINGS } from '#platform';
import type { Settings } from '#settings';
import { Problem } from '../../problem/problem.js';
import { OpenToAll } from '../../session/access.js';
import { readForm } from '../form/read-form.js';
import { LANGUAGE_COOKIE, Pages } from '../view/pages.js';
import { samePath } from '../view/return-path.js';
import { languageChoiceForm } from './language-choice.form.js';

const YEAR_S = 365 * 24 * 3600;

/** `/langue`: keeps the reader's choice in a cookie of its own and comes back to the page it was made on. */
@Controller('langue')
@OpenToAll()
export class LanguageChoicePage {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Post()
  choose(@Body() body: Record<string, unknown>, @Res() reply: FastifyReply): void {
    const read = readForm(languageChoiceForm, body);
    if (!read.ok) throw new Problem('request-not-valid');
    void reply.setCookie(LANGUAGE_COOKIE, read.values.langue, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.settings.publicUrl.startsWith('https:'),
      maxAge: YEAR_S,
    });
    this.pages.goTo(reply, samePath(body['suite']));
  }
}

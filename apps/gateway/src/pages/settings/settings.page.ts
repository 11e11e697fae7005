import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Person } from '../../session/person.decorator.js';
import type { SignedIn } from '../../session/signed-in.js';
import { Pages } from '../view/pages.js';
import { view } from '../view/views.js';

const settingsView = view<{ manager: boolean }>('settings/settings');

/** `/parametres`: the list of settings, with the line « 4-1-1 Sécurité : Utilisateurs ». */
@Controller('parametres')
export class SettingsPage {
  constructor(@Inject(Pages) private readonly pages: Pages) {}

  @Get()
  show(@Person() { profile }: SignedIn, @Res() reply: FastifyReply): void {
    this.pages.show(reply, settingsView, { manager: profile.role === 'manager' });
  }
}

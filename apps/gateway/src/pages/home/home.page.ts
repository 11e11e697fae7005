import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Clock } from '#platform';
import { Person } from '../../session/person.decorator.js';
import type { SignedIn } from '../../session/signed-in.js';
import { exactMoment, relativeMoment } from '../language/moments.js';
import { Pages } from '../view/pages.js';
import { view } from '../view/views.js';

type HomeModel = Readonly<{
  greeting: string;
  school: string;
  schoolLabel: string;
  role: string;
  identifier: string;
  since: Readonly<{ at: string; relative: string; exact: string }>;
  manager: boolean;
}>;

const homeView = view<HomeModel>('home/home');

/** `/accueil`: who I am here, and the gear that leads to the settings. */
@Controller()
export class HomePage {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get()
  start(@Res() reply: FastifyReply): void {
    this.pages.goTo(reply, '/accueil');
  }

  @Get('accueil')
  show(@Person() { session, profile }: SignedIn, @Res() reply: FastifyReply): void {
    if (profile.role === 'support') return this.pages.goTo(reply, '/assistance');
    if (profile.role === 'auditor') return this.pages.goTo(reply, '/audit');
    const { t, lang } = this.pages.language(reply);
    this.pages.show(reply, homeView, {
      greeting: t.home.title(profile.name),
      school: profile.schoolName,
      schoolLabel: t.home.school,
      role: t.roles[profile.role],
      identifier: profile.identifier,
      since: {
        at: session.openedAt,
        relative: relativeMoment(session.openedAt, this.clock.now(), lang),
        exact: exactMoment(session.openedAt, lang),
      },
      manager: profile.role === 'manager',
    });
  }
}

import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ListUsers } from '#contracts';
import { Clock } from '#platform';
import { ServiceBus } from '#service-bus';
import { Problem } from '../../problem/problem.js';
import { actorOf } from '../../session/actor.js';
import { Person } from '../../session/person.decorator.js';
import type { SignedIn } from '../../session/signed-in.js';
import { Pages } from '../view/pages.js';
import { showUsersForbidden } from './users-forbidden.js';
import { columnOf, usersQuery, type UsersQuery } from './users.form.js';
import { usersModel, usersView } from './users.model.js';

const PAGE = 25;

/** `/parametres/utilisateurs`: everybody of the manager's own school. */
@Controller('parametres/utilisateurs')
export class UsersPage {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(ServiceBus) private readonly bus: ServiceBus,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Person() person: SignedIn, @Query() query: unknown, @Res() reply: FastifyReply): Promise<void> {
    const asked = usersQuery.safeParse(query);
    if (!asked.success) throw new Problem('request-not-valid');
    await this.list(person, asked.data, reply, null);
  }

  /** What cannot be had now (a list that lags, a page that is gone) is shown as it is, with a word about it. */
  private async list(
    person: SignedIn,
    asked: UsersQuery,
    reply: FastifyReply,
    note: string | null,
  ): Promise<void> {
    const { t, lang } = this.pages.language(reply);
    const answer = await this.bus.ask(ListUsers, {
      actor: actorOf(person),
      sort: columnOf[asked.tri],
      descending: asked.sens === 'decroissant',
      limit: PAGE,
      ...(asked.q === '' ? {} : { q: asked.q }),
      ...(asked.curseur === undefined ? {} : { cursor: asked.curseur }),
      ...(asked.apres === undefined ? {} : { atLeast: asked.apres }),
    });
    if (answer.outcome === 'done') {
      const around = { now: this.clock.now(), school: person.profile.schoolName, lang, t, note };
      return this.pages.show(reply, usersView, usersModel(asked, answer, around));
    }
    if (answer.reason === 'not-allowed') return showUsersForbidden(this.pages, reply, person.profile);
    if (note !== null) throw new Problem('not-yet');
    const again =
      answer.reason === 'not-yet' ? { ...asked, apres: undefined } : { ...asked, curseur: undefined };
    return this.list(person, again, reply, answer.reason === 'not-yet' ? t.users.notYet : t.users.pageLost);
  }
}

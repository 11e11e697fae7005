import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Inject, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AddUser } from '#contracts';
import type { ReplyOf } from '#contracts';
import { ServiceBus } from '#service-bus';
import { Problem } from '../../problem/problem.js';
import { actorOf } from '../../session/actor.js';
import { Person } from '../../session/person.decorator.js';
import type { SignedIn } from '../../session/signed-in.js';
import { type Problems, readForm } from '../form/read-form.js';
import { retyped } from '../form/retyped.js';
import { showUsersForbidden } from '../users/users-forbidden.js';
import { Pages } from '../view/pages.js';
import { addUserForm } from './add-user.form.js';
import { addUserModel, addUserView, blank } from './add-user.model.js';

type Reason = Extract<ReplyOf<typeof AddUser>, { outcome: 'refused' }>['reason'];

/** Which field a refusal is about. The others cannot come from this form. */
const aboutField: Partial<Record<Reason, Problems>> = {
  'identifier-taken': { identifiant: 'identifierTaken' },
  'identifier-not-valid': { identifiant: 'identifierNotValid' },
  'email-not-valid': { email: 'emailNotValid' },
  'name-not-valid': { nom: 'nameNotValid' },
};

/** `/parametres/utilisateurs/ajouter`: the new person gets a welcome mail with their first provisional key. */
@Controller('parametres/utilisateurs/ajouter')
export class AddUserPage {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(ServiceBus) private readonly bus: ServiceBus,
  ) {}

  @Get()
  show(@Person() { profile }: SignedIn, @Res() reply: FastifyReply): void {
    if (profile.role !== 'manager') return showUsersForbidden(this.pages, reply, profile);
    const { t, lang } = this.pages.language(reply);
    this.pages.show(reply, addUserView, addUserModel(t, blank(lang)));
  }

  @Post()
  async add(@Person() person: SignedIn, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const read = readForm(addUserForm, body);
    if (!read.ok) return this.again(body, read.problems, reply);
    const { nom, identifiant, role, email, langue } = read.values;
    const answer = await this.bus.ask(AddUser, {
      commandId: randomUUID(),
      actor: actorOf(person),
      identifier: identifiant,
      name: nom,
      role,
      email,
      locale: langue,
    });
    if (answer.outcome === 'done') {
      const more = { say: 'utilisateur-ajoute', atLeast: answer.position } as const;
      return this.pages.goTo(reply, '/parametres/utilisateurs', more);
    }
    if (answer.reason === 'not-allowed') return showUsersForbidden(this.pages, reply, person.profile);
    const slips = aboutField[answer.reason];
    if (!slips) throw new Problem('request-not-valid');
    this.again(body, slips, reply);
  }

  private again(body: unknown, slips: Problems, reply: FastifyReply): void {
    const { t } = this.pages.language(reply);
    const typed = {
      nom: retyped(body, 'nom'),
      identifiant: retyped(body, 'identifiant'),
      role: retyped(body, 'role'),
      email: retyped(body, 'email'),
      langue: retyped(body, 'langue'),
    };
    this.pages.show(reply, addUserView, addUserModel(t, typed, slips), 422);
  }
}

import { Body, Controller, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { ReplyOf, RequestReferenceEmailChange } from '#contracts';
import { Clock } from '#platform';
import { networkPrefix } from '../../network/network-prefix.js';
import { SignInNeeded } from '../../problem/problem-pages.js';
import { Problem } from '../../problem/problem.js';
import { isFresh } from '../../session/fresh-key.js';
import { Person } from '../../session/person.decorator.js';
import type { SignedIn } from '../../session/signed-in.js';
import { type Problems, readForm } from '../form/read-form.js';
import { retyped } from '../form/retyped.js';
import { showUsersForbidden } from '../users/users-forbidden.js';
import { Pages } from '../view/pages.js';
import { ManagedUser } from './managed-user.js';
import { modifyUserForm, slotOf } from './modify-user.form.js';
import { type Given, modifyUserModel, modifyUserView } from './modify-user.model.js';
import { ReferenceEmailDesk } from './reference-email-desk.js';

type Refused = Extract<ReplyOf<typeof RequestReferenceEmailChange>, { outcome: 'refused' }>;
type Asked = Omit<Given, 'own' | 'hasFactor' | 'factorFirst'>;

/** Which field a refusal is about. */
const aboutField: Partial<Record<Refused['reason'], Problems>> = {
  'email-not-valid': { email: 'emailNotValid' },
  'email-unchanged': { email: 'emailUnchanged' },
  'only-address': { email: 'onlyAddress' },
  held: { email: 'contactsHeld' },
  'wrong-key': { cle: 'wrongKey' },
};

/** « modifier »: a user's reference addresses, changed only with the manager's key typed again (REF-01). */
@Controller('parametres/utilisateurs/:id/modifier')
export class ModifyUserPage {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(ReferenceEmailDesk) private readonly desk: ReferenceEmailDesk,
    @Inject(ManagedUser) private readonly managed: ManagedUser,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Person() person: SignedIn,
    @Param('id') userId: string,
    @Query('adresse') slot: unknown,
    @Query('apres') after: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.render(person, userId, reply, { slot: slotOf(slot) }, 200, after);
  }

  @Post()
  async modify(
    @Person() person: SignedIn,
    @Param('id') userId: string,
    @Body() body: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const read = readForm(modifyUserForm, body);
    const again = {
      slot: slotOf(body['adresse']),
      typed: retyped(body, 'email'),
      unusable: body['ancienneInutilisable'] === 'oui',
    };
    if (!read.ok && 'adresse' in read.problems) throw new Problem('request-not-valid');
    if (!read.ok) return this.render(person, userId, reply, { ...again, slips: read.problems }, 422);
    const network = networkPrefix(reply.request.ip);
    const answer = await this.desk.ask(person, userId, read.values, network);
    if (answer.outcome === 'refused') return this.refuse(answer, person, userId, again, reply);
    const say = read.values.email === '' ? 'adresse-retiree' : 'adresse-demandee';
    this.pages.goTo(reply, '/parametres/utilisateurs', { say, atLeast: answer.position });
  }

  private async refuse(
    { reason, retryAfter }: Refused,
    person: SignedIn,
    userId: string,
    again: Asked,
    reply: FastifyReply,
  ): Promise<void> {
    if (reason === 'not-allowed') return showUsersForbidden(this.pages, reply, person.profile);
    if (reason === 'unknown-user') throw new Problem('unknown-user');
    // The page says so itself, in the place of the form.
    if (reason === 'factor-needed') return this.render(person, userId, reply, again, 422);
    if (reason === 'no-session') throw new SignInNeeded(true);
    if (reason === 'busy') throw new Problem('busy', { retryAfter });
    if (reason === 'too-many-attempts') {
      const wait = this.pages.waiting(reply, retryAfter);
      return this.render(person, userId, reply, { ...again, wait }, 429);
    }
    await this.render(person, userId, reply, { ...again, slips: aboutField[reason] ?? {} }, 422);
  }

  private async render(
    person: SignedIn,
    userId: string,
    reply: FastifyReply,
    given: Asked,
    status: number,
    after?: unknown,
  ): Promise<void> {
    const user = await this.managed.find(person, userId, after);
    if (!user) return showUsersForbidden(this.pages, reply, person.profile);
    const own = user.userId === person.profile.userId;
    const hasFactor = await this.managed.hasFactor(userId);
    const factorFirst = await this.factorFirst(person);
    const around = this.pages.language(reply);
    const model = modifyUserModel(user, { ...given, own, hasFactor, factorFirst }, around);
    this.pages.show(reply, modifyUserView, model, status);
  }

  /** Whether the manager has a second factor and gave it too long ago: then it is asked for before the form, not after (REF-01). */
  private async factorFirst({ session, profile }: SignedIn): Promise<boolean> {
    const { factorAt } = session;
    if (factorAt !== undefined && isFresh({ authenticatedAt: factorAt }, this.clock.now())) return false;
    return this.managed.hasFactor(profile.userId);
  }
}

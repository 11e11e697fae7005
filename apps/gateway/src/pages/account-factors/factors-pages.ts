import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Session } from '#contracts';
import { SignInNeeded } from '../../problem/problem-pages.js';
import { KeyNeeded } from '../../session/key-needed.js';
import type { SignedIn } from '../../session/signed-in.js';
import { Visitors } from '../../session/visitors.js';
import { spellCode } from '../../sign-in/recovery-codes.js';
import { Pages } from '../view/pages.js';
import type { Said } from '../view/said.js';
import { view } from '../view/views.js';

type CodesModel = Readonly<{
  done: string;
  codes: readonly string[];
  go: string;
  reminder: null;
  narrow: boolean;
}>;

const codesView = view<CodesModel>('account-factors/recovery-codes');

const HERE = '/mon-compte/second-facteur';

type Added = Readonly<{
  secret: string;
  session: Session;
  codes: readonly string[];
  codesIssued: boolean;
}>;

/** What the pages about second factors have in common. */
@Injectable()
export class FactorsPages {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(Visitors) private readonly visitors: Visitors,
  ) {}

  /** Asks for the factor there is, and comes back (MFA-06). */
  askFactor(reply: FastifyReply): void {
    this.pages.goTo(reply, '/second-facteur', { suite: HERE });
  }

  /** What is missing before anything can be changed. */
  notNow(reason: 'no-session' | 'key-needed' | 'factor-needed', reply: FastifyReply): void {
    if (reason === 'factor-needed') return this.askFactor(reply);
    throw reason === 'key-needed' ? new KeyNeeded() : new SignInNeeded(true);
  }

  /** A factor was added: the session goes on under another secret, and recovery codes are shown, this once. */
  added(
    person: SignedIn,
    { secret, session, codes, codesIssued }: Added,
    say: Said,
    reply: FastifyReply,
  ): void {
    this.visitors.goOn(reply.request, reply, { secret, signedIn: { ...person, session } });
    const { t } = this.pages.language(reply);
    if (!codesIssued) return this.pages.goTo(reply, HERE, { say });
    // Whoever had to set it up was on the way in.
    const go = person.session.level === 'enrol-factor' ? '/accueil' : '/mon-compte';
    this.showCodes(reply, codes, { done: t.said[say], go });
  }

  showCodes(
    reply: FastifyReply,
    codes: readonly string[],
    { done, go }: Pick<CodesModel, 'done' | 'go'>,
  ): void {
    const model = { done, codes: codes.map(spellCode), go, reminder: null, narrow: true };
    this.pages.show(reply, codesView, model);
  }
}

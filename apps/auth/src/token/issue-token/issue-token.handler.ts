import { randomUUID } from 'node:crypto';
import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { GetProfile } from '#contracts';
import { Clock, SETTINGS } from '#platform';
import { ServiceBus } from '#service-bus';
import type { Settings } from '#settings';
import { refused } from '../../refused.reply.js';
import { LivingSessions } from '../../session/living-sessions.step.js';
import { tokenClaims } from '../token-claims.js';
import { TokenSigner } from '../token-signer.adapter.js';
import { IssueToken } from './issue-token.query.js';

/** Whose token it is comes from the session's streams and from users, never from whoever asks. */
@QueryHandler(IssueToken)
export class IssueTokenHandler implements IQueryHandler<IssueToken> {
  constructor(
    private readonly living: LivingSessions,
    private readonly signer: TokenSigner,
    private readonly bus: ServiceBus,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async execute({ asked }: IssueToken) {
    const { tokenAudiences } = this.settings;
    // RFC 9068, 3: a token that is asked for without a resource is for the default one, never for everybody.
    const { sessionId, audience = tokenAudiences[0] } = asked;
    if (audience === undefined || !tokenAudiences.includes(audience)) return refused('audience-not-known');
    const at = this.clock.now();
    const found = await this.living.find(sessionId, at);
    if (found === null) return refused('no-session');
    const { session } = found;
    if (session.level !== 'full') return refused('choose-key-first');
    const told = await this.bus.ask(GetProfile, { userId: session.userId });
    if (told.outcome === 'refused' || told.deactivated) return refused('no-session');
    const issuer = this.settings.publicUrl;
    const claims = tokenClaims({ issuer, audience, session, profile: told.profile, id: randomUUID(), at });
    const token = await this.signer.sign(claims, at);
    return { outcome: 'done' as const, token, expiresAt: new Date(claims.exp * 1000).toISOString() };
  }
}

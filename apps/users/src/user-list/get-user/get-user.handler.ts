import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { GetUser as contract } from '#contracts';
import { Clock } from '#platform';
import { refused } from '../../refused.reply.js';
import { Authority } from '../../user/authority.step.js';
import { isSchoolMember } from '../../user/school-member.js';
import { personNamed, signInOf } from '../person.table.js';
import { UserListProjection } from '../user-list.projection.js';
import { noSignIn, userView } from '../user-view.js';
import { GetUser } from './get-user.query.js';

/** Read from the user's own stream, so `atLeast` is always kept; only what auth tells comes from the list. */
@QueryHandler(GetUser)
export class GetUserHandler implements IQueryHandler<GetUser> {
  constructor(
    private readonly authority: Authority,
    private readonly list: UserListProjection,
    private readonly clock: Clock,
  ) {}

  async execute({ asked: { actor, userId } }: GetUser) {
    const reach = await this.authority.over(actor, userId, contract.name);
    if (reach.refused) return refused(reach.refused);
    if (!isSchoolMember(reach.user)) return refused('unknown-user');
    const signIn = this.list.sql === null ? noSignIn : signInOf(personNamed(this.list.sql, userId));
    const user = userView(userId, reach.user, signIn, this.clock.now());
    return { outcome: 'done' as const, user };
  }
}

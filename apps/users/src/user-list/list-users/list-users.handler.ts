import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { UserView } from '#contracts';
import { Clock } from '#platform';
import { refused } from '../../refused.reply.js';
import { Authority } from '../../user/authority.step.js';
import { isSchoolMember } from '../../user/school-member.js';
import { PageCursors } from '../page-cursor.adapter.js';
import { personPage, type SortedRow } from '../person-page.query.js';
import { foldedIn, signInOf } from '../person.table.js';
import { UserListProjection } from '../user-list.projection.js';
import { userView } from '../user-view.js';
import { ListUsers } from './list-users.query.js';

const longestWait = 2_000;

@QueryHandler(ListUsers)
export class ListUsersHandler implements IQueryHandler<ListUsers> {
  constructor(
    private readonly authority: Authority,
    private readonly list: UserListProjection,
    private readonly cursors: PageCursors,
    private readonly clock: Clock,
  ) {}

  async execute({ asked }: ListUsers) {
    const { actor, q = '', sort = 'name', descending = false, limit, cursor, atLeast } = asked;
    const schoolId = actor.kind === 'user' ? await this.authority.schoolOf(actor.userId) : null;
    if (schoolId === null) return refused('not-allowed');
    const listed = { schoolId, q };
    const after = cursor === undefined ? null : this.cursors.read(listed, cursor);
    const fits = cursor === undefined || (after?.sort === sort && after.descending === descending);
    if (!fits) return refused('cursor-not-valid');
    if (atLeast !== undefined && !(await this.hasReached(atLeast))) return refused('not-yet');
    if (this.list.sql === null) return refused('not-yet');

    const { rows, more, total } = personPage(this.list.sql, { schoolId, q, sort, descending, limit, after });
    const last = more ? rows.at(-1) : undefined;
    return {
      outcome: 'done' as const,
      users: this.views(rows),
      ...(last
        ? {
            nextCursor: this.cursors.write(listed, {
              sort,
              descending,
              key: last.sort_key,
              userId: last.user_id,
            }),
          }
        : {}),
      total,
    };
  }

  private views(rows: readonly SortedRow[]): UserView[] {
    const at = this.clock.now();
    return rows.flatMap((row) => {
      const person = foldedIn(row);
      return isSchoolMember(person) ? [userView(row.user_id, person, signInOf(row), at)] : [];
    });
  }

  private hasReached(position: number): Promise<boolean> {
    return this.list.reached(position, longestWait).then(
      () => true,
      () => false,
    );
  }
}

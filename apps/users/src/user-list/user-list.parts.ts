import type { Parts } from '#platform';
import { GetUserController } from './get-user/get-user.controller.js';
import { GetUserHandler } from './get-user/get-user.handler.js';
import { ListUsersController } from './list-users/list-users.controller.js';
import { ListUsersHandler } from './list-users/list-users.handler.js';
import { PageCursors } from './page-cursor.adapter.js';
import { UserListProjection } from './user-list.projection.js';

export const userListParts: Parts = {
  controllers: [ListUsersController, GetUserController],
  providers: [ListUsersHandler, GetUserHandler, PageCursors, UserListProjection],
};

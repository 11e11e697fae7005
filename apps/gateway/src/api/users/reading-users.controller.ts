import { Controller, Headers, Inject } from '@nestjs/common';
import { GetUser, ListUsers } from '#contracts';
import { ServiceBus } from '#service-bus';
import { actorOf } from '../../session/actor.js';
import { Person } from '../../session/person.decorator.js';
import type { SignedIn } from '../../session/signed-in.js';
import { done } from '../done.js';
import { Input } from '../input.decorator.js';
import { Operates } from '../operates.decorator.js';
import type { InputOf } from '../operation.js';
import { AT_LEAST_HEADER, atLeast } from './at-least.js';
import { getUser } from './get-user.operation.js';
import { type Column, listUsers } from './list-users.operation.js';

const order = (sort: string | undefined) => {
  if (sort === undefined) return {};
  const descending = sort.startsWith('-');
  return { sort: (descending ? sort.slice(1) : sort) as Column, descending };
};

@Controller()
export class ReadingUsersController {
  constructor(@Inject(ServiceBus) private readonly bus: ServiceBus) {}

  @Operates(listUsers)
  async list(
    @Person() person: SignedIn,
    @Input() { query }: InputOf<typeof listUsers>,
    @Headers(AT_LEAST_HEADER) position: string | undefined,
  ) {
    const { q, sort, limit, cursor } = query;
    const reply = await this.bus.ask(ListUsers, {
      actor: actorOf(person),
      limit,
      ...(q ? { q } : {}),
      ...(cursor === undefined ? {} : { cursor }),
      ...order(sort),
      ...atLeast(query.atLeast, position),
    });
    const { users, nextCursor, total } = done(reply);
    return { users, nextCursor, total };
  }

  @Operates(getUser)
  async get(
    @Person() person: SignedIn,
    @Input() { path, query }: InputOf<typeof getUser>,
    @Headers(AT_LEAST_HEADER) position: string | undefined,
  ) {
    const asked = { actor: actorOf(person), userId: path.userId, ...atLeast(query.atLeast, position) };
    return done(await this.bus.ask(GetUser, asked)).user;
  }
}

import { Controller, Inject, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { networkPrefix } from '../../network/network-prefix.js';
import { fieldNotValid } from '../../problem/field-not-valid.js';
import { Problem } from '../../problem/problem.js';
import { Person } from '../../session/person.decorator.js';
import type { SignedIn } from '../../session/signed-in.js';
import { unsealable } from '../../sign-in/chosen-key.js';
import { KeyDesk } from '../../sign-in/key-desk.js';
import { done } from '../done.js';
import { Input } from '../input.decorator.js';
import { Operates } from '../operates.decorator.js';
import type { InputOf } from '../operation.js';
import { setKey } from './set-key.operation.js';

@Controller()
export class KeyController {
  constructor(@Inject(KeyDesk) private readonly desk: KeyDesk) {}

  @Operates(setKey)
  async set(
    @Person() { session }: SignedIn,
    @Input() { body: { currentKey, newKey } }: InputOf<typeof setKey>,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    const reason = unsealable(newKey);
    if (reason) throw new Problem(reason);
    if (session.level === 'choose-key') return void done(await this.desk.choose(session, newKey));
    if (currentKey === undefined)
      throw fieldNotValid('body', '/currentKey', (words) => words.keyInFullSession);
    done(await this.desk.change(session, currentKey, newKey, networkPrefix(request.ip)));
  }
}

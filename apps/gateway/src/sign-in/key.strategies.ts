import { Inject, Injectable } from '@nestjs/common';
import { keyStrategy } from './key.strategy.js';
import { SignInDesk } from './sign-in-desk.js';

/** The door of the pages: form fields `identifiant` and `cle`. */
@Injectable()
export class PortalKeyStrategy extends keyStrategy('portal', 'identifiant', 'cle') {
  constructor(@Inject(SignInDesk) protected readonly desk: SignInDesk) {
    super();
  }
}

/** The door of the API: properties `identifier` and `key`. */
@Injectable()
export class ApiKeyStrategy extends keyStrategy('api', 'identifier', 'key') {
  constructor(@Inject(SignInDesk) protected readonly desk: SignInDesk) {
    super();
  }
}

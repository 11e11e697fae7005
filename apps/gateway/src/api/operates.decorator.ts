import { HttpCode, RequestMapping, RequestMethod, SetMetadata, applyDecorators } from '@nestjs/common';
import { ACCESS } from '../session/access.js';
import type { Operation } from './operation.js';

export const OPERATION = 'trousseau:operation';

/** Makes a controller's method the handler of an operation: its route, its status and who may call it. */
export const Operates = (described: Operation): MethodDecorator =>
  applyDecorators(
    RequestMapping({
      path: described.route.replaceAll(/\{(\w+)\}/g, ':$1'),
      method: RequestMethod[described.method],
    }),
    HttpCode(described.status),
    SetMetadata(ACCESS, described.access),
    SetMetadata(OPERATION, described),
  );

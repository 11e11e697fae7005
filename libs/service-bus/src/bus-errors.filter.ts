import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import { RpcException } from '@nestjs/microservices';
import { StoreUnavailable } from '#event-store';
import { type Observable, throwError } from 'rxjs';
import { ServiceUnavailable } from './service-unavailable.js';

/** Turns what a handler throws into the bus's three answers: unavailable, malformed, error. Details stay in the log. */
@Catch()
export class BusErrors implements ExceptionFilter {
  private readonly log = new Logger(BusErrors.name);

  catch(error: unknown, _host: ArgumentsHost): Observable<never> {
    if (error instanceof StoreUnavailable || error instanceof ServiceUnavailable) {
      this.log.warn(`unavailable: ${error.message}`);
      return throwError(() => ({ status: 'unavailable' }));
    }
    this.log.error(error instanceof RpcException ? error.getError() : error);
    return throwError(() => (error instanceof RpcException ? error.getError() : { status: 'error' }));
  }
}

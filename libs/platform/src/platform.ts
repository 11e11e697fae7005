import type { EventStore } from '#event-store';
import type { DeadLetters, MessageFeed } from '#messaging';
import type { Metrics } from '#metrics';
import type { Secrets } from '#secrets';
import type { CustomTransportStrategy } from '@nestjs/microservices';
import type { InProcessExchange, ServiceBus } from '#service-bus';
import type { Settings } from '#settings';
import type { Logger } from 'pino';
import type { Clock } from './clock/clock.js';
import type { Readiness } from './readiness/readiness.js';

/** What a service stands on, given to it by whoever starts it; the service cannot tell one machine from many. */
export type Platform = Readonly<{
  settings: Settings;
  secrets: Secrets;
  events: EventStore;
  bus: ServiceBus;
  exchange: InProcessExchange;
  /** What a service listens with where it runs alone; without it, on the exchange. */
  transport?(): CustomTransportStrategy;
  feed: MessageFeed;
  deadLetters: DeadLetters;
  clock: Clock;
  log: Logger;
  readiness: Readiness;
  metrics: Metrics;
  /** Where a service keeps a read model: a file path, or `:memory:`. */
  readModel(name: string): string;
  /** False at the command line: answer requests, but run no reactor, projection or mail delivery. */
  background: boolean;
}>;

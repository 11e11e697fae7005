import type { DomainEvent } from './event.js';

/**
 * A sentence for every type of event of an aggregate; a new type without one does not compile. None may tell a hash, an address or
 * a name (GDP-09). `moment` says an ISO instant as a person reads it.
 */
export type Telling<Event extends DomainEvent> = Readonly<{
  [One in Event as One['type']]: (data: One['data'], moment: (at: string) => string) => string;
}>;

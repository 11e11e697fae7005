import type { ToldEvent } from './timeline.js';

/** A sentence for every type of event; a new type without one does not compile. None may tell a hash or an address (GDP-09). */
export type SentenceByType = Readonly<{
  [Event in ToldEvent as Event['type']]: (data: Event['data']) => string;
}>;

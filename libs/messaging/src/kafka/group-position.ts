import type { Told } from './relay-progress.js';
import { type Place, placeName } from './place.js';

/** How far a follower is in its partitions, in positions of the event store. Pure bookkeeping. */
export class GroupPosition {
  private readonly handled = new Map<string, number>();
  private mine: readonly Place[] | undefined;

  /** `feeding` tells what the relay of a topic has said of itself; `floor` is the position nothing is asked for before. */
  constructor(
    private readonly topics: readonly string[],
    private readonly feeding: (topic: string) => Told | undefined,
    private readonly floor: number,
  ) {}

  /** These partitions are ours from now on; in each, everything up to a position is done with. */
  assign(places: readonly (Place & { handled: number })[]): void {
    this.mine = places;
    this.handled.clear();
    for (const place of places) this.handled.set(placeName(place), Math.max(place.handled, this.floor));
  }

  /** Whether something at this position of the partition has been handled already. */
  knows(place: Place, position: number): boolean {
    return position <= this.handledIn(place);
  }

  advance(place: Place, position: number): void {
    if (!this.knows(place, position)) this.handled.set(placeName(place), position);
  }

  /** The position of the last message handled in this partition. */
  handledIn(place: Place): number {
    return this.handled.get(placeName(place)) ?? this.floor;
  }

  /** Everything up to here that concerns us has been handled. */
  position(): number {
    return this.least((place) => this.positionIn(place, this.handledIn(place)));
  }

  /** Where we shall be once what stands at `position` of a partition is handled as well. */
  positionWith(at: Place, position: number): number {
    const name = placeName(at);
    return this.least((place) =>
      this.positionIn(place, placeName(place) === name ? position : this.handledIn(place)),
    );
  }

  /** With no partition of our own there is nothing to do: then only the relays can be behind. */
  private least(positionIn: (place: Place) => number): number {
    if (this.mine === undefined) return this.floor;
    const relays = this.topics.map((topic) => this.feeding(topic)?.position ?? this.floor);
    return this.mine.length > 0 ? Math.min(...this.mine.map(positionIn)) : Math.min(...relays);
  }

  /** A partition whose last message is handled is as far as its relay. */
  private positionIn(place: Place, handled: number): number {
    const told = this.feeding(place.topic);
    if (told === undefined) return handled;
    const last = told.last[place.topic]?.[place.partition] ?? -1;
    return handled >= last ? Math.max(handled, told.position) : handled;
  }
}

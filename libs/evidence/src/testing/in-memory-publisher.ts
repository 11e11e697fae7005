import {
  CheckpointContradicted,
  CheckpointPublisher,
  type Publication,
} from '../notary/checkpoint-publisher.js';

/** Checkpoints outside the store, in the memory of a spec. */
export class InMemoryPublisher extends CheckpointPublisher {
  override readonly place = 'folder';
  readonly notes = new Map<number, string>();

  override async publish({ size, note }: Publication): Promise<void> {
    if ((this.notes.get(size) ?? note) !== note) throw new CheckpointContradicted(size);
    this.notes.set(size, note);
  }

  override async latest(): Promise<Publication | undefined> {
    const size = Math.max(...this.notes.keys());
    const note = this.notes.get(size);
    return note === undefined ? undefined : { size, note };
  }
}

import type { EventStore, RecordedEvent, Subscription } from '#event-store';
import { CHECKPOINT_STREAM } from '../checkpoint/checkpoint.events.js';
import { signCheckpoint } from '../checkpoint/sign-checkpoint.js';
import type { LeafLog } from '../leaf-log/leaf-log.js';
import { leafOf } from '../leaf/leaf-of.js';
import type { Leaf } from '../leaf/leaf.js';
import { sameHash } from '../merkle/hash.js';
import type { TreeHead } from '../merkle/verify-consistency.js';
import { noteKeyOf, type NoteSigner } from '../note/sign-note.js';
import { anchorOf, type Refusal } from './anchors.js';
import {
  CheckpointContradicted,
  type CheckpointPublisher,
  type Publication,
} from './checkpoint-publisher.js';
import { CheckpointStream } from './checkpoint-stream.js';
import { isDue, type Schedule } from './schedule.js';

export type NotaryOptions = Readonly<{
  store: EventStore;
  leaves: LeafLog;
  signer: NoteSigner;
  publisher: CheckpointPublisher;
  /** The time, ISO 8601. */
  now(): string;
  schedule?: Schedule;
  /** Told of what failed and will be tried again. */
  onError?(error: unknown): void;
}>;

const EVERY_MINUTE: Schedule = { events: 10_000, milliseconds: 60_000 };
// Each time leaves are kept costs an fsync of the process that signs people in: seldom, and many at once.
const BATCH = 2048;
const PERIOD = 1000;

/**
 * Follows the whole store, keeps a leaf of every event for ever, and signs checkpoints of the tree over them.
 * Promise: it never signs two trees of which one does not continue the other, wherever it is killed; when it would have
 * to, it signs nothing any more and says why.
 */
export class Notary {
  readonly #stream: CheckpointStream;
  readonly #schedule: Schedule;
  #waiting: Leaf[] = [];
  #unsigned = { events: 0, firstAt: 0 };
  #signed: TreeHead | undefined;
  /** What was signed before and has yet to be found again in the log. */
  #anchor: TreeHead | undefined;
  #refusal: Refusal | null = null;
  /** Recorded, and not yet outside. */
  #unpublished: Publication | undefined;
  #subscription: Subscription | undefined;
  #timer: NodeJS.Timeout | undefined;
  #work: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: NotaryOptions) {
    this.#stream = new CheckpointStream(options.store);
    this.#schedule = options.schedule ?? EVERY_MINUTE;
  }

  /** Takes up where the leaves end. Rejects with StoreUnavailable. */
  async start(): Promise<void> {
    const { store, leaves, publisher, signer } = this.options;
    const [inside, outside] = [await this.#stream.last(), await publisher.latest()];
    const notes = [inside, outside].flatMap((found) => (found === undefined ? [] : [found.note]));
    const anchor = anchorOf(notes, noteKeyOf(signer));
    if (anchor.kind === 'refused') this.#refusal = anchor.refusal;
    if (anchor.kind === 'head') this.#anchor = anchor.head;
    // Killed between recording and publishing: outside is one behind.
    if (this.#refusal === null) this.#unpublished = inside;
    for (const leaf of leaves.leaves(this.#anchor?.size ?? 0)) this.#count(leaf);
    this.#subscription = store.subscribe({
      after: leaves.lastPosition,
      handle: (event) => this.#take(event),
      onError: (error) => this.options.onError?.(error),
    });
    this.#timer = setInterval(() => void this.#tick(), PERIOD).unref();
  }

  /** Why nothing is signed any more; null when all is well. */
  refusal(): Refusal | null {
    return this.#refusal;
  }

  /** Signs what is there now, due or not; resolves when it is recorded and published. False when there was nothing to sign. */
  async sign(): Promise<boolean> {
    await this.#subscription?.reached(await this.options.store.head(), 60_000);
    return this.#inTurn(() => this.#sign());
  }

  /** Stops following; resolves when nothing is being signed any more. Leaves are kept, unsigned ones are signed at the next start. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#subscription?.stop();
    await this.#inTurn(async () => this.#keep());
  }

  #take(event: RecordedEvent): void {
    // Delivered again because the leaves before it could not be kept.
    if (event.position <= (this.#waiting.at(-1)?.position ?? -1)) return this.#keep();
    this.#waiting.push(leafOf(event));
    if (this.#waiting.length >= BATCH) this.#keep();
  }

  /** Puts the waiting leaves on the disk. Until then the subscription would deliver their events again. */
  #keep(): void {
    if (this.#waiting.length === 0) return;
    this.options.leaves.append(this.#waiting);
    for (const leaf of this.#waiting) this.#count(leaf);
    this.#waiting = [];
  }

  #count({ category }: Leaf): void {
    if (category === CHECKPOINT_STREAM) return;
    if (this.#unsigned.events === 0) this.#unsigned.firstAt = Date.parse(this.options.now());
    this.#unsigned.events += 1;
  }

  async #tick(): Promise<void> {
    await this.#inTurn(async () => {
      this.#keep();
      await this.#publish();
      if (isDue(this.#unsigned, Date.parse(this.options.now()), this.#schedule)) await this.#sign();
    }).catch((error: unknown) => this.options.onError?.(error));
  }

  async #sign(): Promise<boolean> {
    this.#keep();
    const { leaves, signer, now } = this.options;
    if (!this.#continuesWhatWasSigned()) return false;
    const last = await this.#stream.last();
    if (last !== undefined && last.size !== this.#signed?.size) this.#bindTo(last.note);
    const head = { size: leaves.size, root: leaves.root() };
    if (!this.#continuesWhatWasSigned() || this.#unsigned.events === 0) return false;
    if (head.size === this.#signed?.size) return false;
    const { events } = this.#unsigned;
    const note = signCheckpoint(head, signer);
    const root = Buffer.from(head.root).toString('base64');
    if (!(await this.#stream.append({ size: head.size, root, note, at: now() }, last))) return false;
    this.#signed = head;
    this.#unsigned = { events: this.#unsigned.events - events, firstAt: Date.parse(now()) };
    this.#unpublished = { size: head.size, note };
    await this.#publish();
    return true;
  }

  /** Another notary of the same log signed this, or it was signed before the start. */
  #bindTo(note: string): void {
    const anchor = anchorOf([note], noteKeyOf(this.options.signer));
    if (anchor.kind === 'refused') this.#refusal = anchor.refusal;
    if (anchor.kind === 'head') this.#anchor = anchor.head;
  }

  /** Whether the log is seen to continue every tree that was signed; false also while it has not caught up with them yet. */
  #continuesWhatWasSigned(): boolean {
    const { leaves } = this.options;
    if (this.#anchor !== undefined && leaves.size >= this.#anchor.size) {
      if (!sameHash(leaves.rootAt(this.#anchor.size), this.#anchor.root)) {
        this.#refusal = 'contradicts-a-checkpoint';
      }
      this.#signed = this.#anchor;
      this.#anchor = undefined;
    }
    return this.#refusal === null && this.#anchor === undefined;
  }

  async #publish(): Promise<void> {
    if (this.#unpublished === undefined) return;
    try {
      const { size, note } = this.#unpublished;
      await this.options.publisher.publish({ size, note });
      this.#unpublished = undefined;
    } catch (error) {
      if (error instanceof CheckpointContradicted) this.#refusal = 'contradicts-a-checkpoint';
      throw error;
    }
  }

  #inTurn<Result>(task: () => Promise<Result>): Promise<Result> {
    const result = this.#work.then(task);
    this.#work = result.catch(() => undefined);
    return result;
  }
}

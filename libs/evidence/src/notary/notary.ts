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
import { CheckpointContradicted, type CheckpointPublisher } from './checkpoint-publisher.js';
import { CheckpointStream } from './checkpoint-stream.js';
import { ForeignCheckpoint, Outside } from './outside.js';
import { isDue, type Schedule } from './schedule.js';

export type NotaryOptions = Readonly<{
  store: EventStore;
  leaves: LeafLog;
  signer: NoteSigner;
  /** Where checkpoints stand outside the store; each gets all of them, and none waits for another. */
  publishers: readonly CheckpointPublisher[];
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
  readonly #outside: readonly Outside[];
  #waiting: Leaf[] = [];
  #unsigned = { events: 0, firstAt: 0 };
  #signed: TreeHead | undefined;
  /** What was signed before and has yet to be found again in the log. */
  #anchor: TreeHead | undefined;
  /** Whether what was signed before is known; until then nothing is signed. */
  #isBound = false;
  #refusal: Refusal | null = null;
  #subscription: Subscription | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isTicking = false;
  #work: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: NotaryOptions) {
    this.#stream = new CheckpointStream(options.store);
    this.#schedule = options.schedule ?? EVERY_MINUTE;
    const key = noteKeyOf(options.signer);
    this.#outside = options.publishers.map((publisher) => new Outside(publisher, this.#stream, key));
  }

  /** Takes up where the leaves end. The store, or a place outside, that is away is asked again; until it has answered nothing is signed. */
  async start(): Promise<void> {
    const { store, leaves } = this.options;
    await this.#bind().catch((error: unknown) => this.options.onError?.(error));
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

  /** The places outside; `waiting` says at any time how many checkpoints one lacks. */
  outside(): readonly Pick<Outside, 'place' | 'waiting'>[] {
    return this.#outside;
  }

  /** Signs what is there now, due or not; resolves when it is recorded and published. False when there was nothing to sign. */
  async sign(): Promise<boolean> {
    await this.#subscription?.reached(await this.options.store.head(), 60_000);
    // What is left of the last time goes first: of two kills in a row, one cannot leave more behind than the other.
    await this.#publish().catch(() => undefined);
    const signed = await this.#inTurn(() => this.#sign());
    await this.#publish();
    return signed;
  }

  /** Stops following; resolves when nothing is being signed any more. Leaves are kept, unsigned ones are signed at the next start. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#subscription?.stop();
    await this.#inTurn(async () => this.#keep());
    await Promise.allSettled(this.#outside.filter(({ isBusy }) => isBusy).map((place) => place.caughtUp()));
  }

  #take(event: RecordedEvent): void {
    // Delivered again because the leaves before it could not be kept.
    if (event.position <= (this.#waiting.at(-1)?.position ?? -1)) return this.#keep();
    if (event.stream === CHECKPOINT_STREAM) for (const place of this.#outside) place.recorded();
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

  /** Counts anew what no checkpoint of this size covers. */
  #countFrom(size: number): void {
    const { firstAt } = this.#unsigned;
    this.#unsigned = { events: 0, firstAt };
    for (const leaf of this.options.leaves.leaves(size)) this.#count(leaf);
    if (this.#unsigned.events > 0 && firstAt > 0) this.#unsigned.firstAt = firstAt;
  }

  async #tick(): Promise<void> {
    // Beside the signing, which waits for no place outside.
    for (const place of this.#outside)
      if (!place.isBusy) this.#bring(place).catch((error: unknown) => this.options.onError?.(error));
    // One at a time: who asks a place that is away waits for longer than a second.
    if (this.#isTicking) return;
    this.#isTicking = true;
    await this.#inTurn(async () => {
      this.#keep();
      await this.#bind();
      if (isDue(this.#unsigned, Date.parse(this.options.now()), this.#schedule)) await this.#sign();
    })
      .catch((error: unknown) => this.options.onError?.(error))
      .finally(() => (this.#isTicking = false));
  }

  /** Learns what the log is bound to by what was signed before, inside and outside. Rejects with what a place said that is away. */
  async #bind(): Promise<void> {
    if (this.#isBound) return;
    const { signer } = this.options;
    const inside = await this.#stream.lastOf(signer.name);
    const outside = await Promise.all(this.#outside.map((place) => place.latest()));
    const notes = [inside, ...outside].flatMap((found) => (found === undefined ? [] : [found.note]));
    const anchor = anchorOf(notes, noteKeyOf(signer));
    if (anchor.kind === 'refused') this.#refusal = anchor.refusal;
    if (anchor.kind === 'head') this.#anchor = anchor.head;
    this.#isBound = true;
    this.#keep();
    this.#countFrom(this.#anchor?.size ?? 0);
  }

  async #sign(): Promise<boolean> {
    await this.#bind();
    this.#keep();
    const { leaves, signer, now } = this.options;
    if (!this.#continuesWhatWasSigned()) return false;
    const last = await this.#stream.last();
    const own = last && (await this.#stream.lastOf(signer.name));
    if (own !== undefined && own.size !== this.#signed?.size) this.#bindTo(own.note);
    const head = { size: leaves.size, root: leaves.root() };
    if (!this.#continuesWhatWasSigned() || this.#unsigned.events === 0) return false;
    if (head.size === this.#signed?.size) return false;
    const { events } = this.#unsigned;
    const note = signCheckpoint(head, signer);
    const root = Buffer.from(head.root).toString('base64');
    if (!(await this.#stream.append({ size: head.size, root, note, at: now() }, last))) return false;
    this.#signed = head;
    this.#unsigned = { events: this.#unsigned.events - events, firstAt: Date.parse(now()) };
    for (const place of this.#outside) place.recorded();
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
      // What another notary has signed needs no checkpoint of ours.
      this.#countFrom(this.#signed.size);
    }
    return this.#refusal === null && this.#anchor === undefined;
  }

  async #publish(): Promise<void> {
    const results = await Promise.allSettled(this.#outside.map((place) => this.#bring(place)));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  }

  async #bring(place: Outside): Promise<void> {
    if (this.#refusal !== null) return;
    try {
      await place.caughtUp();
    } catch (error) {
      if (error instanceof CheckpointContradicted) this.#refusal = 'contradicts-a-checkpoint';
      if (error instanceof ForeignCheckpoint) this.#refusal = 'signed-by-another-key';
      throw error;
    }
  }

  #inTurn<Result>(task: () => Promise<Result>): Promise<Result> {
    const result = this.#work.then(task);
    this.#work = result.catch(() => undefined);
    return result;
  }
}

import type { EventStore, RetentionPolicy, StoredEvent } from '#event-store';
import { openCheckpoint } from '../checkpoint/open-checkpoint.js';
import type { LeafLog } from '../leaf-log/leaf-log.js';
import { type Leaf, sameLeaf } from '../leaf/leaf.js';
import type { TreeHead } from '../merkle/verify-consistency.js';
import type { NoteKey } from '../note/note-key.js';
import { CheckpointStream } from '../notary/checkpoint-stream.js';
import { type Absence, explainAbsence } from './absence.js';
import { Chain } from './chain.js';
import { eventPages } from './event-pages.js';
import { type Finding, type FindingKind, inOrder } from './finding.js';
import { LeafWalk } from './leaf-walk.js';
import { meet, type Met } from './met.js';
import { nameMisplaced } from './misplaced.js';
import { narrow } from './narrow.js';
import { ifReadable } from './readable.js';
import type { Verdict } from './verdict.js';

export type VerifyOptions = Readonly<{
  store: EventStore;
  leaves: LeafLog;
  key: NoteKey;
  /** Signed notes from outside the store. Without any, a store put back to an earlier state goes unseen. */
  checkpoints: readonly string[];
  retention: RetentionPolicy;
  /** Milliseconds since 1970: what retention is judged by. */
  now: number;
  /** Told how many events are verified, every thousand or so. */
  progress?(events: number): void;
}>;

const MOST_FINDINGS = 100;
/** What events are found by cannot be read. */
const DAMAGED = [null];

/**
 * Verifies a store against its leaves and against signed checkpoints: every event, every stream's chain, every absence.
 * Memory does not grow with the log. Rejects with StoreUnavailable when the store cannot answer.
 */
export const verifyStore = (options: VerifyOptions): Promise<Verdict> => new StoreVerification(options).run();

class StoreVerification {
  readonly #findings: Finding[] = [];
  readonly #absent: Record<Absence, number> = {
    retention: 0,
    'data-key-destroyed': 0,
    'data-key-rewrapped': 0,
  };
  readonly #chain: Chain;
  #events = 0;
  #afterLeaves = 0;

  constructor(private readonly options: VerifyOptions) {
    this.#chain = new Chain(options.store, options.retention);
  }

  async run(): Promise<Verdict> {
    const { leaves } = this.options;
    leaves.refresh();
    const walk = new LeafWalk(leaves, await this.#heads());
    const stopped = new AbortController();
    // At the same time: it needs neither leaves nor contents.
    const unindexed = this.options.store.unindexed(stopped.signal);
    unindexed.catch(() => undefined);
    try {
      return await this.#through(walk, unindexed);
    } finally {
      stopped.abort();
      walk.end();
    }
  }

  async #through(walk: LeafWalk, unindexed: Promise<readonly (number | null)[]>): Promise<Verdict> {
    const { store, progress } = this.options;
    const pages = eventPages(store, await store.head(), (after) => this.#passUnreadable(walk, after));
    for await (const page of pages) {
      for (const event of page) {
        while (walk.next !== undefined && walk.next.position < event.position) this.#miss(walk, walk.next);
        const met = this.#meet(walk, event);
        if (met !== undefined) await met;
      }
      progress?.(this.#events);
      await walk.room();
    }
    while (walk.next !== undefined) this.#miss(walk, walk.next);
    const { signed, wrong } = await walk.compared();
    await this.#locateRewriting(wrong);
    this.#findHidden((await ifReadable(this.options.store, () => unindexed)) ?? DAMAGED);
    return {
      findings: inOrder(this.#findings),
      events: this.#events,
      leaves: walk.size,
      signed,
      unsigned: this.#afterLeaves + walk.size - signed,
      absent: this.#absences(),
    };
  }

  /** The trees to verify against: those brought from outside, and the last one inside. */
  async #heads(): Promise<readonly TreeHead[]> {
    const { store, leaves, key, checkpoints } = this.options;
    const last = await ifReadable(store, () => new CheckpointStream(store).last());
    const inside = last === undefined ? undefined : openCheckpoint(last.note, key);
    if (last !== undefined && inside === undefined) {
      const { position, stream, revision } = last.event;
      const index = leaves.indexAt(position) ?? leaves.size;
      this.#find({ kind: 'checkpoint-invalid', index, position, stream, revision });
    }
    const outside = checkpoints.map((note) => openCheckpoint(note, key));
    if (outside.includes(undefined)) this.#find({ kind: 'checkpoint-invalid', index: 0, position: null });
    const heads = [...outside, inside].filter((head) => head !== undefined);
    const longest = Math.max(...heads.map(({ size }) => size));
    if (longest > leaves.size) {
      this.#find({ kind: 'truncated', index: leaves.size, position: null, upTo: longest });
    }
    return heads;
  }

  /** An event at its turn; answers a promise only where something has to be read besides. */
  #meet(walk: LeafWalk, stored: StoredEvent): Promise<void> | undefined {
    this.#events += 1;
    const { next } = walk;
    const index = walk.index + this.#afterLeaves;
    const isHere = next?.position === stored.position;
    const event = meet(stored, isHere ? next.eventHash : undefined);
    if (isHere) walk.pass();
    else if (next === undefined) this.#afterLeaves += 1;
    if (event === undefined) {
      const { position, stream, revision } = stored;
      this.#find({ kind: 'unreadable', index, position, stream, revision });
      return undefined;
    }
    const isRight = next === undefined || (isHere && sameLeaf(event.found, next));
    const follows = this.#chain.holds(event);
    if (isRight && follows === true) return undefined;
    return this.#judge(index, event, { next, isRight, follows });
  }

  async #judge(
    index: number,
    { position, stream, revision, found }: Met,
    {
      next,
      isRight,
      follows,
    }: { next: Leaf | undefined; isRight: boolean; follows: boolean | Promise<boolean> },
  ): Promise<void> {
    const { store, leaves } = this.options;
    const place = { index, position, stream, revision };
    if (!isRight) {
      const otherwise: FindingKind = next?.position === position ? 'altered' : 'inserted';
      this.#find({ kind: await nameMisplaced(store, leaves, found, otherwise), ...place });
    }
    if (!(await follows)) this.#find({ kind: 'chain-broken', ...place });
  }

  /** A leaf whose event is not there. */
  #miss(walk: LeafWalk, leaf: Leaf): void {
    const { now, retention } = this.options;
    const absence = explainAbsence(leaf, now, retention);
    if (absence === undefined) this.#find({ kind: 'removed', index: walk.index, position: leaf.position });
    else this.#absent[absence] += 1;
    walk.pass();
  }

  async #passUnreadable(walk: LeafWalk, after: number): Promise<number> {
    while (walk.next !== undefined && (walk.next.position <= after || (await this.#hasLeft(walk.next))))
      this.#miss(walk, walk.next);
    const position = walk.next?.position ?? after + 1;
    this.#find({ kind: 'unreadable', index: walk.index, position });
    walk.pass();
    return position;
  }

  /** Whether an event that may be absent is so, where one cannot be read: what cannot be read stands behind its place then. */
  async #hasLeft(leaf: Leaf): Promise<boolean> {
    const { store, now, retention } = this.options;
    if (explainAbsence(leaf, now, retention) === undefined) return false;
    return (await ifReadable(store, () => store.readStored(leaf.position, 1))) === undefined;
  }

  #findHidden(unindexed: readonly (number | null)[]): void {
    const { leaves } = this.options;
    for (const position of unindexed)
      this.#find({
        kind: 'hidden',
        index: (position === null ? 0 : leaves.indexAt(position)) ?? leaves.size,
        position,
      });
  }

  async #locateRewriting(wrong: TreeHead | undefined): Promise<void> {
    if (wrong === undefined) return;
    const { store, leaves, key } = this.options;
    const { from, upTo } = await narrow(store, leaves, key, wrong);
    this.#find({ kind: 'rewritten', index: from, position: leaves.leaf(from)?.position ?? null, upTo });
  }

  /** Of the data keys' events that are gone, those that were only crowded out by a newer wrapping. */
  #absences(): Verdict['absent'] {
    const gone = this.#absent['data-key-destroyed'];
    // No more than are gone: an event that left before the notary saw it has no leaf.
    const rewrapped = Math.min(this.#chain.rewrapped, gone);
    return {
      ...this.#absent,
      'data-key-destroyed': gone - rewrapped,
      'data-key-rewrapped': rewrapped,
    };
  }

  #find(finding: Finding): void {
    if (this.#findings.length < MOST_FINDINGS) this.#findings.push(finding);
  }
}

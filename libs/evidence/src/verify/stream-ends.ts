/** Where a stream stood when it was last seen. */
export type StreamEnd = Readonly<{ revision: number; hash: string }>;

const MOST = 25_000;

/** The ends of the streams seen most recently: between twenty-five and fifty thousand, whatever the length of the log. */
export class StreamEnds {
  #young = new Map<string, StreamEnd>();
  #old = new Map<string, StreamEnd>();

  get(stream: string): StreamEnd | undefined {
    return this.#young.get(stream) ?? this.#old.get(stream);
  }

  set(stream: string, end: StreamEnd): void {
    if (this.#young.size >= MOST) [this.#young, this.#old] = [new Map(), this.#young];
    this.#young.set(stream, end);
  }
}

/** Runs the tasks of one stream one after the other, in the order they were given. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  take<T>(stream: string, task: () => Promise<T>): Promise<T> {
    const result = (this.#last.get(stream) ?? Promise.resolve()).then(task);
    const settled = result.then(
      () => undefined,
      () => undefined,
    );
    this.#last.set(stream, settled);
    void settled.then(() => {
      if (this.#last.get(stream) === settled) this.#last.delete(stream);
    });
    return result;
  }

  /** Resolves when every task given so far has ended. */
  async end(): Promise<void> {
    await Promise.all(this.#last.values());
  }
}

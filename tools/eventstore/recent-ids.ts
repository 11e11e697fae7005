const MOST = 10_000;

/** The ids of the events recorded last, each with its place; lost when the process ends. */
export class RecentIds {
  readonly #places = new Map<string, number>();

  add(stream: string, id: string, revision: number): void {
    this.#places.set(`${id} ${stream}`, revision);
    if (this.#places.size <= MOST) return;
    const [oldest] = this.#places.keys();
    if (oldest !== undefined) this.#places.delete(oldest);
  }

  find(stream: string, id: string): number | undefined {
    return this.#places.get(`${id} ${stream}`);
  }
}

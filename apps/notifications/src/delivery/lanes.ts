type Task = () => Promise<void>;

/** Runs tasks beside one another, so many at a time and in order of arrival; a name that is already in a lane is not taken twice. */
export class Lanes {
  private readonly names = new Set<string>();
  private readonly waiting: (readonly [name: string, task: Task])[] = [];
  private running = 0;
  private idlers: (() => void)[] = [];

  constructor(private readonly width: number) {}

  /** `task` must not reject. */
  enter(name: string, task: Task): void {
    if (this.names.has(name)) return;
    this.names.add(name);
    this.waiting.push([name, task]);
    this.next();
  }

  /** Resolves once nothing runs or waits. */
  idle(): Promise<void> {
    return this.names.size === 0 ? Promise.resolve() : new Promise((resolve) => this.idlers.push(resolve));
  }

  private next(): void {
    if (this.running === this.width) return;
    const first = this.waiting.shift();
    if (first === undefined) return;
    const [name, task] = first;
    this.running += 1;
    void task().finally(() => {
      this.running -= 1;
      this.names.delete(name);
      this.next();
      if (this.names.size === 0) for (const idle of this.idlers.splice(0)) idle();
    });
  }
}

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

const nextMessage = async <Message>(child: ChildProcess): Promise<Message> => {
  const [message] = (await once(child, 'message')) as [Message];
  return message;
};

/** A helper process of the bench, started from its source; it speaks first, once it is ready. */
export class Child<First> {
  private constructor(
    private readonly process: ChildProcess,
    readonly first: First,
  ) {}

  static async start<First>(file: string): Promise<Child<First>> {
    const child = fork(new URL(file, import.meta.url));
    return new Child(child, await nextMessage<First>(child));
  }

  async ask<Reply>(task: object): Promise<Reply> {
    this.process.send(task);
    return nextMessage<Reply>(this.process);
  }

  stop(): void {
    this.process.kill();
  }
}

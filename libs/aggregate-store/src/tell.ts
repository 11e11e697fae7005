import type { RecordedEvent } from '#event-store';
import { eventTime } from './command-context.js';

/** An event as it is told to an auditor: when, what, who, through which channel. */
export type Told = {
  position: number;
  at: string;
  type: string;
  text: string;
  actor?: string;
  channel?: string;
};

type Sentence = (data: unknown, moment: (at: string) => string) => string;

/** Tells stored events in the words of a `Telling`, as they are stored: what is encrypted stays so. A type nobody has words for is told by its name. */
export const tell = (
  recorded: readonly RecordedEvent[],
  telling: object,
  moment: (at: string) => string,
): Told[] => {
  const sentences = telling as unknown as Readonly<Record<string, Sentence>>;
  return recorded.map((event) => {
    const { position, type, data, metadata } = event;
    const { actor, channel } = metadata;
    return {
      position,
      at: eventTime(event),
      type,
      text: sentences[type]?.(data, moment) ?? type,
      ...(typeof actor === 'string' && { actor }),
      ...(typeof channel === 'string' && { channel }),
    };
  });
};

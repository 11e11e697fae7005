/** Everything a span may say. A closed type: nothing about a person, nothing typed, no id finds a place in it (EVT-01). */
export type Attributes = Readonly<{
  /** Name of a request on the bus, such as `auth.sign-in`. */
  'trousseau.request'?: string;
  /** What the reply said: done, or the reason of the refusal. */
  'trousseau.outcome'?: string;
  /** Kind of stream, such as `session`; never the stream. */
  'trousseau.category'?: string;
  /** Types of the events that were appended. */
  'trousseau.events'?: string;
  /** Who hears a message, and on which topic. */
  'trousseau.group'?: string;
  'messaging.destination.name'?: string;
  'http.request.method'?: string;
  /** The pattern, never the address. */
  'http.route'?: string;
  'http.response.status_code'?: number;
}>;

/** What a span does: answers, asks, takes a message, or something within. */
export type Kind = 'server' | 'client' | 'consumer' | 'internal';

/** A span that is open; ends once. */
export type OpenSpan = Readonly<{
  /** Runs with this span as the parent of what begins in it. */
  within<Result>(task: () => Result): Result;
  end(attributes?: Attributes, failure?: unknown): void;
}>;

export type Spanning = Readonly<{
  kind: Kind;
  attributes?: Attributes;
  parent?: string | undefined;
  root?: boolean;
}>;

/** What traces are made with, once somebody collects them. */
export type Tracer = Readonly<{
  open(name: string, spanning: Spanning): OpenSpan;
  /** W3C Trace Context of the current span. */
  traceparent(): string | undefined;
}>;

let tracer: Tracer | undefined;

/** Puts a tracer in place, or takes it away. */
export const useTracer = (next: Tracer | undefined): void => {
  tracer = next;
};

/** Whether anybody collects traces. */
export const isTracing = (): boolean => tracer !== undefined;

/** The current span for whoever goes on elsewhere; undefined without traces. */
export const traceparent = (): string | undefined => tracer?.traceparent();

/** Opens a span that ends elsewhere; undefined without traces. */
export const openSpan = (name: string, spanning: Spanning): OpenSpan | undefined =>
  tracer?.open(name, spanning);

/** Runs a task in a span of its own; without traces, just runs it. */
export const inSpan = async <Result>(
  name: string,
  spanning: Spanning,
  task: () => Promise<Result>,
  told?: (result: Result) => Attributes,
): Promise<Result> => {
  if (tracer === undefined) return task();
  const span = tracer.open(name, spanning);
  try {
    const result = await span.within(task);
    span.end(told?.(result));
    return result;
  } catch (error) {
    span.end({}, error);
    throw error;
  }
};

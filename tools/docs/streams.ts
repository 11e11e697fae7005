import { existsSync } from 'node:fs';
import { basename, dirname, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Retention, declaredRetention } from '#event-store';
import { eventTypes } from './event-types.js';
import { filesBelow, root } from './files.js';
import { code, page, table } from './table.js';

type Declared = Readonly<{
  category: string;
  protects?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  settledBy?: readonly string[];
  /** One stream by this very name. */
  single?: boolean;
}>;

const isAggregate = (value: unknown): value is Declared =>
  typeof value === 'object' && value !== null && 'category' in value && 'evolve' in value;

/** The aggregate that folds a file of events: exported by the file of the same name, `user.ts` beside `user.events.ts`. */
const aggregateBeside = async (events: string): Promise<Declared> => {
  const file = events.replace(/\.events\.ts$/, '.ts');
  const found = [file, events]
    .filter((each) => existsSync(each))
    .map(async (each) => Object.values((await import(pathToFileURL(each).href)) as object));
  const exported = (await Promise.all(found)).flat();
  const aggregate = exported.find(isAggregate);
  // A stream that nobody folds, as the notary's, says its own name: `export const CHECKPOINT_STREAM = 'checkpoint'`.
  const stream = exported.find((value) => typeof value === 'string');
  if (aggregate !== undefined) return aggregate;
  if (stream === undefined)
    throw new Error(`${events} has neither an aggregate beside it nor the name of a stream`);
  return { category: stream, single: true };
};

const kept = (retention: Retention | undefined): string => {
  if (retention?.maxAge === undefined) return 'for ever';
  const hours = retention.maxAge / 3600;
  return hours % 24 === 0 ? `${hours / 24} days` : `${hours} hours`;
};

const section = async (events: string) => {
  const { category, protects = {}, settledBy = [], single = false } = await aggregateBeside(events);
  const service = relative(root, events).split('/')[1] ?? '';
  const isProtected = (type: string, field: string) => protects[type]?.[field] !== undefined;
  return {
    category,
    text: [
      `## ${code(single ? category : `${category}-…`)}`,
      `Written by **${service}** (\`${relative(root, dirname(events))}/${basename(events)}\`). Kept ${kept(declaredRetention(`${category}-x`))}.`,
      table(
        ['event', 'fields', ''],
        eventTypes(events).map(({ type, fields, comment }) => [
          `${code(type)}${settledBy.includes(type) ? ' ◆' : ''}`,
          fields.map((field) => code(field) + (isProtected(type, field) ? ' 🔒' : '')).join(', '),
          comment,
        ]),
      ),
    ].join('\n\n'),
  };
};

/** docs/reference/streams.md: every stream and every event type of the log. */
export const streamsPage = async (): Promise<string> => {
  const declared = ['apps', 'libs'].flatMap((part) => filesBelow(`${root}${part}`, '.events.ts'));
  const sections = await Promise.all(declared.map(section));
  return page(
    'Streams',
    [
      'The truth of the product is one log of events in streams. The names of streams hold random ids or keyed digests, never personal data.',
      '🔒 is stored encrypted under a data key and reads as `null` once that key is destroyed; several of one event stand together in `sealed`. ◆ settles the whole state, so that nothing older is read to decide.',
      `Data keys stand in streams of their own, ${code('data-key-…')}, wrapped by the master key; of each the last event alone is kept.`,
    ].join('\n\n'),
    ...sections.sort((a, b) => a.category.localeCompare(b.category, 'en')).map(({ text }) => text),
  );
};

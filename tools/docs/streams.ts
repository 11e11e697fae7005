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
}>;

const isAggregate = (value: unknown): value is Declared =>
  typeof value === 'object' && value !== null && 'category' in value && 'evolve' in value;

/** The aggregate that folds a file of events: exported by the file of the same name, `user.ts` beside `user.events.ts`. */
const aggregateBeside = async (events: string): Promise<Declared> => {
  const file = events.replace(/\.events\.ts$/, '.ts');
  const found = existsSync(file)
    ? Object.values((await import(pathToFileURL(file).href)) as object).find(isAggregate)
    : undefined;
  if (found === undefined) throw new Error(`${events} has no aggregate beside it`);
  return found;
};

const kept = (retention: Retention | undefined): string => {
  if (retention?.maxAge === undefined) return 'for ever';
  const hours = retention.maxAge / 3600;
  return hours % 24 === 0 ? `${hours / 24} days` : `${hours} hours`;
};

const section = async (events: string) => {
  const { category, protects = {}, settledBy = [] } = await aggregateBeside(events);
  const service = relative(root, events).split('/')[1] ?? '';
  const isProtected = (type: string, field: string) => protects[type]?.[field] !== undefined;
  return {
    category,
    text: [
      `## ${code(`${category}-…`)}`,
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
  const sections = await Promise.all(filesBelow(`${root}apps`, '.events.ts').map(section));
  return page(
    'Streams',
    [
      'The truth of the product is one log of events in streams. The names of streams hold random ids or keyed digests, never personal data.',
      '🔒 is stored encrypted under a data key and reads as `null` once that key is destroyed; ◆ settles the whole state, so that nothing older is read to decide.',
      `Data keys stand in streams of their own, ${code('data-key-…')}, wrapped by the master key.`,
    ].join('\n\n'),
    ...sections.sort((a, b) => a.category.localeCompare(b.category, 'en')).map(({ text }) => text),
  );
};

import { allTopics, declaration } from '../kafka/declaration.js';
import { code, page, table } from './table.js';

const DAY = 24 * 3600 * 1000;

const kept = (config: Readonly<Record<string, string>>): string => {
  if (config['cleanup.policy'] === 'compact') return 'the last of each key';
  const milliseconds = Number(config['retention.ms']);
  if (milliseconds < 0) return 'for ever';
  return milliseconds >= DAY ? `${milliseconds / DAY} days` : `${milliseconds / 60_000} minutes`;
};

const list = (names: readonly string[]) => names.map(code).join(', ');

/** docs/reference/topics.md: every topic, from the declaration that makes them. */
export const topicsPage = (): string =>
  page(
    'Topics',
    'Declared in `deploy/kafka/topics.json`, made by `npm run kafka:topics` (with `--acls` also who may do what), never by being used.',
    table(
      ['topic', 'partitions', 'kept', 'written by', 'read by', 'what'],
      allTopics(declaration).map(({ name, partitions, config, write, read, about }) => [
        code(name),
        String(partitions),
        kept(config),
        list(write),
        list(read),
        about,
      ]),
    ),
    [
      '## Partitions',
      '- **Requests**: at least as many as a service has replicas; each replica answers many requests at a time on its own.',
      '- **Replies**: a process that asks picks one at random and reads it alone. Two that picked the same read and drop each other’s replies: nothing is lost, so there may be more processes than partitions. 12 are good for about 30.',
      '- **Messages**: at least as many as the largest service has replicas. Their number must not change while the topic lives: a key would move to another partition and lose its order.',
    ]
      .join('\n\n')
      .replaceAll('\n\n-', '\n-'),
    [
      '## Groups',
      table(
        ['group', 'of', 'follows', 'how'],
        declaration.groups.map(({ name, service, topics }) => [
          code(name),
          service,
          list(topics),
          ['auth', 'notifications', 'users.support-cases'].includes(name)
            ? 'replicas share the messages'
            : 'every replica hears everything, in a group of its own that begins with this name',
        ]),
      ),
    ].join('\n\n'),
  );

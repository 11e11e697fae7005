import { describe, expect, it } from '@jest/globals';
import { topics } from '#contracts';
import { deadLettersTopic, progressTopic, repliesTopic, requestsTopic, retryTopic } from '#kafka';
import { filesBelow, root } from '../docs/files.js';
import { allAccess, allTopics, declaration } from './declaration.js';
import { readFileSync } from 'node:fs';

const declared = allTopics().map(({ name }) => name);

/** The groups that follow messages, as the sources name them: `group: 'auth', topics: [...]`. */
const groupsInUse = filesBelow(`${root}apps`, '.ts')
  .filter((file) => !/(\.spec|\.harness)\.ts$|\/testing\//.test(file))
  .flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/group: '([^']+)'/g)].map(([, group]) => group!),
  );

describe('the declaration of topics', () => {
  it('has every topic the code uses, and each once', () => {
    const used = [
      ...Object.values(topics),
      ...['auth', 'users', 'notifications'].map(requestsTopic),
      repliesTopic,
      progressTopic,
      ...declaration.groups.flatMap(({ name, topics: followed }) => [
        retryTopic(name),
        ...followed.map((topic) => deadLettersTopic(topic, name)),
      ]),
    ];
    expect(declared.toSorted()).toEqual(used.toSorted());
  });

  it('knows every group that follows messages', () => {
    expect([...new Set(groupsInUse)].toSorted()).toEqual(
      declaration.groups.map(({ name }) => name).toSorted(),
    );
  });

  it('lets one service alone tell on a topic, and nobody but the asked read a request (EVT-07)', () => {
    for (const topic of Object.values(topics)) {
      expect(
        allAccess().filter(({ name, operation }) => name === topic && operation === 'write'),
      ).toHaveLength(1);
    }
    for (const service of ['auth', 'users', 'notifications']) {
      const readers = allAccess()
        .filter(({ name, operation }) => name === requestsTopic(service) && operation === 'read')
        .map(({ principal }) => principal);
      expect(readers).toEqual([service]);
    }
  });
});

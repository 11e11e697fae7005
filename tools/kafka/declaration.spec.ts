import { describe, expect, it } from '@jest/globals';
import { topics } from '#contracts';
import {
  checkpointsTopic,
  deadLettersTopic,
  progressTopic,
  repliesTopic,
  requestsTopic,
  retryTopic,
} from '#kafka';
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
      checkpointsTopic,
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

  it('keeps every checkpoint, which the notary alone writes and nobody may delete (EVT-12)', () => {
    const { partitions, config } = declaration.topics.find(({ name }) => name === checkpointsTopic)!;
    expect([partitions, config['retention.ms'], config['retention.bytes'], config['cleanup.policy']]).toEqual(
      [1, '-1', '-1', 'delete'],
    );
    const rights = allAccess().filter(({ name }) => name === checkpointsTopic);
    expect(rights.map(({ principal, operation }) => `${principal} ${operation}`)).toEqual([
      'notary write',
      'notary read',
      'auditor read',
      'operator read',
    ]);
    expect(allAccess().filter(({ principal }) => principal === 'auditor')).toHaveLength(2);
  });

  it('gives groups to whoever reads, services first of all', () => {
    const groups = allAccess().filter(({ resource }) => resource === 'group');
    expect(groups.map(({ principal }) => principal).toSorted()).toEqual(
      [...declaration.services, 'notary', 'auditor', 'operator'].toSorted(),
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

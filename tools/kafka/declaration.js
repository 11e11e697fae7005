// @ts-check
import { readFileSync } from 'node:fs';

/**
 * @typedef {{ name: string, partitions: number, about: string, write: string[], read: string[], config: Record<string, string> }} Topic
 * @typedef {{ name: string, service: string, topics: string[] }} Group
 * @typedef {{ partitions: number, config: Record<string, string> }} Shape
 * @typedef {{ services: string[], topics: Topic[], groups: Group[], deadLetters: Shape, retries: Shape }} Declaration
 */

/** Who lists and replays dead letters: `trousseau messaging dlq`. */
const operator = 'operator';

/** What is written by hand: deploy/kafka/topics.json. @type {Declaration} */
export const declaration = JSON.parse(
  readFileSync(new URL('../../deploy/kafka/topics.json', import.meta.url), 'utf8'),
);

/** Every topic there is: those declared by name, and for each group its dead letters and what it is to try again. @returns {Topic[]} */
export const allTopics = ({ topics, groups, deadLetters, retries } = declaration) => [
  ...topics,
  ...groups.flatMap(({ name, service, topics: followed }) => [
    ...followed.map((topic) => ({
      name: `${topic}.${name}.dlq`,
      ...deadLetters,
      about: `Messages of \`${topic}\` that \`${name}\` could not handle.`,
      write: [service],
      read: [service, operator],
    })),
    {
      name: `trousseau.retry.${name}`,
      ...retries,
      about: `Dead letters that \`${name}\` is to try again.`,
      write: [operator],
      read: [service],
    },
  ]),
];

/** @typedef {{ principal: string, resource: 'topic' | 'group', name: string, prefixed: boolean, operation: 'read' | 'write' | 'delete' }} Access */

/**
 * The least each needs. One principal per service, one for operators, one for auditors; their consumer groups begin with their name.
 * @returns {Access[]}
 */
export const allAccess = (declared = declaration) => [
  ...allTopics(declared).flatMap(({ name, write, read }) => [
    ...write.map((principal) => access(principal, 'topic', name, 'write')),
    ...read.map((principal) => access(principal, 'topic', name, 'read')),
  ]),
  // What was replayed is taken out of the dead letters.
  ...allTopics(declared)
    .filter(({ name }) => name.endsWith('.dlq'))
    .map(({ name }) => access(operator, 'topic', name, 'delete')),
  ...[...new Set(allTopics(declared).flatMap(({ read }) => read))].map((principal) => ({
    ...access(principal, 'group', principal, 'read'),
    prefixed: true,
  })),
];

/** @param {string} principal @param {'topic' | 'group'} resource @param {string} name @param {Access['operation']} operation @returns {Access} */
const access = (principal, resource, name, operation) => ({
  principal,
  resource,
  name,
  prefixed: false,
  operation,
});

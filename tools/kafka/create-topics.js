// @ts-check
import kafkajs from 'kafkajs';
import { allAccess, allTopics } from './declaration.js';

const { AclOperationTypes, AclPermissionTypes, AclResourceTypes, ConfigResourceTypes, ResourcePatternTypes } =
  kafkajs;

const operations = /** @type {const} */ ({
  read: AclOperationTypes.READ,
  write: AclOperationTypes.WRITE,
  delete: AclOperationTypes.DELETE,
});

/** @typedef {import('kafkajs').Admin} Admin */

/**
 * Brings a cluster to the declaration: makes the topics that are missing, adds partitions, sets what is configured. It takes
 * nothing away. Answers the names of the topics it made.
 * @param {Admin} admin
 * @param {{ replication?: number }} [options]
 */
export const createTopics = async (admin, { replication = 1 } = {}) => {
  const declared = allTopics();
  const standing = new Set(await admin.listTopics());
  const missing = declared.filter(({ name }) => !standing.has(name));
  if (missing.length > 0) {
    await admin.createTopics({
      waitForLeaders: true,
      timeout: 30_000,
      topics: missing.map(({ name, partitions, config }) => ({
        topic: name,
        numPartitions: partitions,
        replicationFactor: replication,
        configEntries: entries({ ...config, 'min.insync.replicas': String(Math.max(1, replication - 1)) }),
      })),
    });
  }
  const present = declared.filter(({ name }) => standing.has(name));
  await addPartitions(admin, present);
  if (present.length > 0) {
    await admin.alterConfigs({
      validateOnly: false,
      resources: present.map(({ name, config }) => ({
        type: ConfigResourceTypes.TOPIC,
        name,
        configEntries: entries({ ...config, 'min.insync.replicas': String(Math.max(1, replication - 1)) }),
      })),
    });
  }
  return missing.map(({ name }) => name);
};

/** Allows each service what it needs, and nobody anything else. @param {Admin} admin */
export const createAccess = async (admin) => {
  const acl = allAccess().map(({ principal, resource, name, prefixed, operation }) => ({
    principal: `User:${principal}`,
    host: '*',
    resourceType: resource === 'topic' ? AclResourceTypes.TOPIC : AclResourceTypes.GROUP,
    resourceName: name,
    resourcePatternType: prefixed ? ResourcePatternTypes.PREFIXED : ResourcePatternTypes.LITERAL,
    operation: operations[operation],
    permissionType: AclPermissionTypes.ALLOW,
  }));
  await admin.createAcls({ acl });
  return acl.length;
};

/** @param {Record<string, string>} config */
const entries = (config) => Object.entries(config).map(([name, value]) => ({ name, value }));

/** @param {Admin} admin @param {import('./declaration.js').Topic[]} topics */
const addPartitions = async (admin, topics) => {
  const { topics: found } = await admin.fetchTopicMetadata({ topics: topics.map(({ name }) => name) });
  const count = new Map(found.map(({ name, partitions }) => [name, partitions.length]));
  const growing = topics.filter(({ name, partitions }) => partitions > (count.get(name) ?? partitions));
  if (growing.length === 0) return;
  await admin.createPartitions({
    topicPartitions: growing.map(({ name, partitions }) => ({ topic: name, count: partitions })),
  });
};

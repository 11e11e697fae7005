// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../install.js';

/** The broker that development and the tests run on; `docker-compose.yml` names the same line. */
export const KAFKA_VERSION = '4.1.1';
const LOG4J_VERSION = '2.25.2';

const cache = join(root, '.cache/kafka');

/** @param {string} group @param {string} artifact @param {string} version */
const dependency = (group, artifact, version) =>
  `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`;

const pom = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>trousseau</groupId><artifactId>broker</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    ${dependency('org.apache.kafka', 'kafka_2.13', KAFKA_VERSION)}
    ${dependency('org.apache.logging.log4j', 'log4j-slf4j-impl', LOG4J_VERSION)}
    ${dependency('org.apache.logging.log4j', 'log4j-core', LOG4J_VERSION)}
  </dependencies>
</project>
`;

/** @param {string} command @param {string[]} args */
const runs = (command, args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

const libraries = join(cache, KAFKA_VERSION);
const fetched = () => existsSync(join(libraries, `kafka_2.13-${KAFKA_VERSION}.jar`));

/** Why no broker can run here; null when one can. */
export const whyNoBroker = () => {
  if (!runs('java', ['-version'])) return 'Java is not installed (17 or later)';
  if (!fetched() && !runs('mvn', ['-v'])) return 'Maven is not installed';
  return null;
};

/**
 * The folder of the broker's jars, taken from Maven Central by this machine's own settings on first use. Afterwards no network
 * is needed. The folder appears whole: it is filled aside and renamed.
 */
export const brokerLibraries = () => {
  if (fetched()) return libraries;
  mkdirSync(cache, { recursive: true });
  const draft = mkdtempSync(join(cache, 'fetching-'));
  writeFileSync(join(draft, 'pom.xml'), pom);
  console.error(`Trousseau: fetching Apache Kafka ${KAFKA_VERSION} (first time only) …`);
  const { status } = spawnSync(
    'mvn',
    ['-q', '-B', '-f', join(draft, 'pom.xml'), 'dependency:copy-dependencies', '-DoutputDirectory=lib'],
    { stdio: ['ignore', 2, 'inherit'], timeout: 300_000 },
  );
  if (status !== 0) throw new Error('Maven could not fetch Apache Kafka');
  if (!fetched()) renameSync(join(draft, 'lib'), libraries);
  rmSync(draft, { recursive: true, force: true });
  return libraries;
};

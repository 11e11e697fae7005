import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { Metrics } from '#metrics';
import { environment } from '#settings';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (file: string) => readFileSync(root + file, 'utf8');
const below = (folder: string) =>
  readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => `${folder}/${name}`);
const manifests = below('deploy/kubernetes');
const compose = read('docker-compose.yml');
const dockerfile = read('Dockerfile');
const dashboard = JSON.parse(read('deploy/grafana/dashboards/trousseau.json')) as {
  panels: { id: number; title: string; targets: { expr: string }[] }[];
};
const rules = read('deploy/prometheus/rules.yml');

/** What a metric is called once it is told: a histogram under three names. */
const exported = () => {
  const metrics = new Metrics();
  metrics.watchProcess();
  return new Set(
    metrics.names().flatMap((name) => [name, ...['_bucket', '_sum', '_count'].map((end) => name + end)]),
  );
};
const metricsIn = (text: string) => [
  ...new Set(text.match(/\b(?:trousseau|nodejs|process)_[a-z0-9_]+|\btrousseau:[a-z0-9_:]+/g) ?? []),
];
const recorded = new Set([...rules.matchAll(/record: (\S+)/g)].map(([, name]) => name!));

/** Variables that are not ours: of Node, and of the programs beside ours. */
const foreign = /^(NODE_EXTRA_CA_CERTS$|KURRENTDB_|MP_|GF_|KAFKA_(?!BROKERS|TLS|PRINCIPAL))/;
const variablesIn = (text: string) =>
  [...text.matchAll(/(?:^\s*|name: )([A-Z][A-Z0-9]*_[A-Z0-9_]+)(?=:|,|=)/gm)].map(([, name]) => name!);
const known = () => new Set(Object.keys(environment.shape));

describe('what is deployed', () => {
  it('sets no variable that no process reads', () => {
    const found = new Set([compose, dockerfile, ...manifests.map(read)].flatMap(variablesIn));
    expect(found.size).toBeGreaterThan(20);
    expect([...found]).toEqual(
      expect.arrayContaining(['TROUSSEAU_METRICS_PORT', 'KAFKA_BROKERS', 'SMTP_URL_FILE']),
    );
    expect([...found].filter((name) => !foreign.test(name) && !known().has(name))).toEqual([]);
  });

  it('is written with spaces, and names every image by a version (EVT-13)', () => {
    for (const file of [
      'docker-compose.yml',
      ...manifests,
      ...below('deploy/prometheus'),
      ...below('deploy/grafana'),
    ]) {
      expect([file, read(file).includes('\t')]).toEqual([file, false]);
    }
    const images = [...compose.matchAll(/image: (\S+)/g), ...dockerfile.matchAll(/^FROM (\S+)/gm)].map(
      ([, image]) => image!,
    );
    expect(images.length).toBeGreaterThan(7);
    expect(images.filter((image) => !/:(v?\d[\w.-]*|local)$/.test(image))).toEqual([]);
  });

  it('runs every service as nobody in particular, on a root that nobody writes to', () => {
    expect(dockerfile).toMatch(/^USER node$/m);
    expect(compose).toMatch(/x-service: &service[\s\S]*read_only: true[\s\S]*cap_drop: \[ALL\]/);
    for (const service of ['gateway', 'auth', 'users', 'notifications', 'notary']) {
      expect(compose).toContain(`command: [node, dist/bundles/${service}.js]`);
      const manifest = read(`deploy/kubernetes/base/${service}.yaml`);
      for (const line of [
        'runAsNonRoot: true',
        'readOnlyRootFilesystem: true',
        'allowPrivilegeEscalation: false',
        'capabilities: { drop: [ALL] }',
        'automountServiceAccountToken: false',
        'kind: PodDisruptionBudget',
        'path: /readyz',
        'path: /healthz',
      ]) {
        expect(manifest).toContain(line);
      }
    }
  });

  it('keeps the erasure journal on a lasting volume, wherever erasures are carried out (GDP-03)', () => {
    const file = 'TROUSSEAU_ERASURES[=:] ?/erasures/';
    expect(dockerfile).toMatch(new RegExp(file));
    expect(read('deploy/kubernetes/base/settings.yaml')).toMatch(new RegExp(file));
    const users = read('deploy/kubernetes/base/users.yaml');
    expect(users).toContain('{ name: erasures, mountPath: /erasures }');
    expect(users).toMatch(/name: erasures\n +persistentVolumeClaim: \{ claimName: erasures \}/);
    expect(users).toMatch(/kind: PersistentVolumeClaim\nmetadata:\n +name: erasures\n/);
    const mounting = compose
      .split(/^ {2}(?=\w+:$)/m)
      .filter((service) => service.includes("'erasures:/erasures'"));
    expect(mounting.map((service) => service.split(':', 1)[0])).toEqual(['users', 'cli']);
    expect(compose).toMatch(/^volumes:\n[\s\S]*^ {2}erasures: \{\}$/m);
  });

  it('keeps the journal of readings on the lasting volume of the notary, where audits run (GDP-09)', () => {
    for (const service of ['notary', 'cli'])
      expect(compose).toMatch(
        new RegExp(`^ {2}${service}:\n(?: {4}.*\n)* {4}volumes: \\['notary-data:/data'`, 'm'),
      );
    expect(read('deploy/kubernetes/base/notary.yaml')).toMatch(
      /name: data, mountPath: \/data[^]*volumeClaimTemplates:\n[^]*name: data/,
    );
  });

  it('is made of files that are there', () => {
    for (const kustomization of manifests.filter((file) => file.endsWith('kustomization.yaml'))) {
      const folder = kustomization.replace(/[^/]*$/, '');
      const [, list = ''] = /^resources: \[(.*)\]$/m.exec(read(kustomization)) ?? [];
      const resources = list.split(', ');
      expect(resources.length).toBeGreaterThan(1);
      for (const resource of resources)
        expect([resource, existsSync(root + folder + resource)]).toEqual([resource, true]);
    }
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, list]) =>
      list!.split(' '),
    );
    expect(copied.length).toBeGreaterThan(5);
  });

  it('holds no secret (KEY-16)', () => {
    for (const file of [compose, ...manifests.map(read)]) {
      expect(file).not.toMatch(/kind: Secret\b|admin:changeit|_PASSWORD:/);
    }
  });
});

describe('the dashboard and the alerts', () => {
  const queries = dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)).join('\n');

  it('ask for metrics that are exported', () => {
    const there = new Set([...exported(), ...recorded]);
    const asked = [...metricsIn(queries), ...metricsIn(rules.replaceAll(/^\s*(summary|runbook):.*$/gm, ''))];
    expect(asked.length).toBeGreaterThan(15);
    expect(asked.filter((name) => !there.has(name))).toEqual([]);
  });

  it('show or watch every metric of ours', () => {
    const metrics = new Metrics();
    const unseen = metrics.names().filter((name) => !`${queries}\n${rules}`.includes(name));
    expect(unseen).toEqual([]);
  });

  it('say at every alert how bad it is and what to do, in a guide that says it', () => {
    const guide = read('docs/guides/observability.md').toLowerCase();
    const alerts = [...rules.matchAll(/- alert: (\w+)\n([\s\S]*?)(?=\n {6}- |\n*$)/g)];
    expect(alerts.length).toBeGreaterThan(8);
    for (const [, name, text] of alerts) {
      expect(text).toMatch(/severity: (page|ticket)/);
      expect(text).toContain(`runbook: docs/guides/observability.md#${name!.toLowerCase()}`);
      expect(guide).toContain(`### ${name!.toLowerCase()}\n`);
    }
  });
});

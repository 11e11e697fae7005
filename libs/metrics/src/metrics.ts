import { Counter, Gauge, Registry, collectDefaultMetrics, type Metric } from 'prom-client';
import { DurationHistogram, type Series } from './histogram.js';

/** How a sign-in ended: a level of session, or the reason of the refusal. */
export const signInOutcomes = [
  'full',
  'second-factor',
  'enrol-factor',
  'choose-key',
  'wrong-pair',
  'too-many-attempts',
  'busy',
] as const;
export type SignInOutcome = (typeof signInOutcomes)[number];

/** A number that is read when somebody asks; rejecting or throwing leaves its last value out. */
type Reading = () => number | Promise<number>;

/**
 * What a process counts. The hot path increments and nothing more; what has to be looked up is read when somebody asks. No label
 * ever holds who, which or where: outcomes, routes by their pattern, names of our own parts.
 */
export class Metrics {
  private readonly registry = new Registry();
  private readonly readings = new Map<
    string,
    { gauge: Gauge; reading: Reading; labels: Record<string, string> }
  >();
  private watchesProcess = false;

  private readonly signInsTotal = new Counter({
    name: 'trousseau_sign_ins_total',
    help: 'Sign-ins, by how they ended.',
    labelNames: ['outcome'],
    registers: [this.registry],
  });
  private readonly supportAlarmsTotal = new Counter({
    name: 'trousseau_support_rate_alarms_total',
    help: 'Alarms over an operator who does far more in a day than usual; at the limit they are stopped.',
    labelNames: ['level'],
    registers: [this.registry],
  });
  private readonly http = this.durations(
    'trousseau_http_request_duration_seconds',
    'Answers of the gateway, by method, route and class of status.',
  );
  /** How long hashes waited for a processor (LOG-08). */
  readonly hashWait: Series = this.durations(
    'trousseau_hash_wait_seconds',
    'Time a hash of a key waited before it was computed.',
  ).series();

  private readonly hashQueue = this.gauge(
    'trousseau_hash_queue',
    'Hashes of keys by state: running, waiting.',
    ['state'],
  );
  private readonly projectionLag = this.gauge(
    'trousseau_projection_lag_seconds',
    'Age of the oldest event that a follower has not taken in; 0 when there is none.',
    ['projection'],
  );
  private readonly relayLag = this.gauge(
    'trousseau_relay_lag_seconds',
    'Age of the oldest event that Kafka has not been told of; 0 when there is none.',
    ['service'],
  );
  private readonly mailAge = this.gauge(
    'trousseau_mail_oldest_due_seconds',
    'How long the longest waiting mail is overdue; 0 when none is.',
  );
  private readonly unpublishedCheckpoints = this.gauge(
    'trousseau_checkpoints_unpublished',
    'Signed checkpoints that do not stand yet in a place outside the store, by place: folder, topic.',
    ['place'],
  );
  private readonly deadLetters = this.gauge(
    'trousseau_dead_letters',
    'Messages that nobody could handle and that wait for a person.',
  );
  private readonly checks = this.gauge(
    'trousseau_check_ok',
    'Checks of /readyz, by name: 1 when well, 0 when not.',
    ['check'],
  );

  constructor() {
    // Every outcome is there from the first scrape, so that an increase is seen as one.
    for (const outcome of signInOutcomes) this.signInsTotal.inc({ outcome }, 0);
    for (const level of ['alarm', 'limit']) this.supportAlarmsTotal.inc({ level }, 0);
  }

  signIn(outcome: SignInOutcome): void {
    this.signInsTotal.inc({ outcome });
  }

  /** One operator did far more than usual (TEL-10). Who, is in the log and in the store. */
  supportAlarm(level: 'alarm' | 'limit'): void {
    this.supportAlarmsTotal.inc({ level });
  }

  /** The series of a route's answers. `route` is its pattern, never an address. */
  answers(method: string, route: string, status: string): Series {
    return this.http.series({ method, route, status });
  }

  hashes(state: 'running' | 'waiting', reading: Reading): void {
    this.read(this.hashQueue, { state }, reading);
  }

  projection(projection: string, secondsBehind: Reading): void {
    this.read(this.projectionLag, { projection }, secondsBehind);
  }

  relay(service: string, secondsBehind: Reading): void {
    this.read(this.relayLag, { service }, secondsBehind);
  }

  unpublished(place: string, count: Reading): void {
    this.read(this.unpublishedCheckpoints, { place }, count);
  }

  oldestMail(overdueSeconds: Reading): void {
    this.read(this.mailAge, {}, overdueSeconds);
  }

  parked(count: Reading): void {
    this.read(this.deadLetters, {}, count);
  }

  check(check: string, ok: Reading): void {
    this.read(this.checks, { check }, ok);
  }

  /** Adds what Node says of the process: memory, processor, delays of the event loop. */
  watchProcess(): void {
    if (this.watchesProcess) return;
    this.watchesProcess = true;
    collectDefaultMetrics({ register: this.registry });
  }

  /** Names of all there is, for whoever checks a dashboard against it. */
  names(): readonly string[] {
    return this.registry.getMetricsAsArray().map(({ name }) => name);
  }

  /** The text Prometheus reads. */
  async text(): Promise<string> {
    await Promise.all([...this.readings.values()].map((each) => this.take(each)));
    return this.registry.metrics();
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  private gauge(name: string, help: string, labelNames: string[] = []): Gauge {
    const gauge = new Gauge({ name, help, labelNames, registers: [this.registry] });
    // One without labels begins at 0, which nobody has read.
    gauge.remove({});
    return gauge;
  }

  private durations(name: string, help: string): DurationHistogram {
    const histogram = new DurationHistogram(name, help);
    this.registry.registerMetric(histogram as unknown as Metric);
    return histogram;
  }

  /** A part that starts anew in the same process takes the place of the one before. */
  private read(gauge: Gauge, labels: Record<string, string>, reading: Reading): void {
    const name = (gauge as unknown as { name: string }).name;
    this.readings.set(`${name} ${Object.values(labels).join()}`, { gauge, labels, reading });
  }

  /** What cannot be read is absent: no number is better than an old one. */
  private async take({
    gauge,
    labels,
    reading,
  }: {
    gauge: Gauge;
    reading: Reading;
    labels: Record<string, string>;
  }) {
    try {
      gauge.set(labels, await reading());
    } catch {
      gauge.remove(labels);
    }
  }
}

/** The counts of one series. Adding to it allocates nothing: it stands on the busiest path there is. */
export class Series {
  readonly counts: Float64Array;
  sum = 0;
  total = 0;

  constructor(private readonly bounds: readonly number[]) {
    this.counts = new Float64Array(bounds.length);
  }

  /** Counts one duration, in seconds. */
  add(seconds: number): void {
    this.sum += seconds;
    this.total += 1;
    for (let index = 0; index < this.bounds.length; index += 1) {
      if (seconds <= this.bounds[index]!) {
        this.counts[index]! += 1;
        return;
      }
    }
  }
}

type Labels = Readonly<Record<string, string>>;
type Value = Readonly<{ labels: Record<string, string | number>; value: number; metricName: string }>;

/** From a millisecond to the five seconds after which a request is answered 503. */
const SECONDS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/**
 * A histogram of durations as Prometheus reads it. prom-client's own looks its labels up at every observation; here whoever observes
 * holds the series, and the work is done when somebody asks for the numbers.
 */
export class DurationHistogram {
  readonly type = 'histogram';
  private readonly all: { labels: Labels; series: Series }[] = [];

  constructor(
    readonly name: string,
    readonly help: string,
  ) {}

  /** The series of these labels; ask once and keep it. */
  series(labels: Labels = {}): Series {
    const series = new Series(SECONDS);
    this.all.push({ labels, series });
    return series;
  }

  /** What prom-client's registry asks every metric. */
  get() {
    const { name, help, type } = this;
    const values = this.all.filter(({ series }) => series.total > 0).flatMap((each) => this.valuesOf(each));
    return Promise.resolve({ name, help, type, values, aggregator: 'sum' });
  }

  private valuesOf({ labels, series }: Readonly<{ labels: Labels; series: Series }>): Value[] {
    let below = 0;
    const bucket = (le: string | number, value: number): Value => ({
      labels: { ...labels, le },
      value,
      metricName: `${this.name}_bucket`,
    });
    return [
      ...SECONDS.map((le, index) => bucket(le, (below += series.counts[index]!))),
      bucket('+Inf', series.total),
      { labels: { ...labels }, value: series.sum, metricName: `${this.name}_sum` },
      { labels: { ...labels }, value: series.total, metricName: `${this.name}_count` },
    ];
  }
}

import { HttpClient } from '../product/http-client.js';
import { FourServices } from '../kafka/four-services.js';
import { TestBroker } from '../kafka/kafka-suite.js';
import { MailServer } from './mail-server.js';
import { StoreProcess } from './store-process.js';

/** Two of each service. */
export const replicas = ['users', 'auth', 'notifications', 'gateway'].flatMap((name) => [name, `${name}.2`]);

/** A person hangs up after so long; the gateways answer 503 before. */
const PATIENCE_MS = 8000;

/** Everything there is, each in a process of its own: a broker, an event store, two of each service, and a mail server. */
export class Cluster {
  /** Those that stand still, and are not waited for. */
  readonly stopped = new Set<string>();
  readonly clients: readonly HttpClient[];

  private constructor(
    readonly broker: TestBroker,
    readonly store: StoreProcess,
    readonly services: FourServices,
    readonly mails: MailServer,
  ) {
    this.clients = ['gateway', 'gateway.2'].map((name) => new HttpClient(services.port(name), PATIENCE_MS));
  }

  /** Nothing of it runs yet but the broker, the event store and the mail server. */
  static async prepare(): Promise<Cluster> {
    const mails = new MailServer();
    await mails.up();
    const [broker, store] = await Promise.all([TestBroker.start(), StoreProcess.start()]);
    const services = await FourServices.prepare({
      brokers: broker.address,
      smtpUrl: mails.url,
      eventStoreUrl: store.url,
      names: replicas,
    });
    return new Cluster(broker, store, services, mails);
  }

  async start(): Promise<void> {
    await this.services.start();
    await this.recovered();
  }

  /** Those that are meant to work. */
  get working(): readonly string[] {
    return replicas.filter((name) => !this.stopped.has(name));
  }

  /** Resolves when everybody is ready at once who is meant to work: who joins a group makes the others pause. */
  async recovered(): Promise<void> {
    const { services } = this;
    for (;;) {
      await Promise.all(this.working.map((name) => services.ready(name)));
      const reports = await Promise.all(this.working.map((name) => services.health(name)));
      if (reports.every((report) => report === null)) return;
    }
  }

  async remove(): Promise<void> {
    for (const client of this.clients) client.close();
    await this.services.remove();
    await Promise.all([this.store.remove(), this.broker.remove(), this.mails.down()]);
  }
}

import { setTimeout as pause } from 'node:timers/promises';
import { topics } from '#contracts';
import { Duplicator } from '../kafka/duplicator.js';
import { type Cluster, replicas } from './cluster.js';
import type { seeded } from './seeded.js';

type Random = ReturnType<typeof seeded>;

/** Something that goes wrong, and is over when it resolves. */
export type Fault = Readonly<{ name: string; happens(): Promise<void> }>;

/** Milliseconds that a process stands still. */
export type Spans = Readonly<{ stop: number; longStop: number; noMail: number }>;

/** The faults of one round each. Those of a second replica take its read models with it: it makes them from nothing. */
export const shortFaults = (cluster: Cluster, random: Random, { stop }: Spans): readonly Fault[] => {
  const { broker, store, services, mails } = cluster;
  const kill = (name: string): Fault => ({
    name: `kill -9 ${name}${name.endsWith('.2') ? ', its read models lost' : ''}`,
    happens: async () => {
      await services.kill(name);
      cluster.stopped.delete(name);
      if (name.endsWith('.2')) await services.loseReadModels(name);
      await pause(random.between(0, 500));
      services.launch(name);
    },
  });
  const stopped = (name: string, signal: (signal: NodeJS.Signals) => void): Fault => ({
    name: `${name} stands still for ${stop / 1000} s`,
    happens: async () => {
      signal('SIGSTOP');
      await pause(stop);
      signal('SIGCONT');
    },
  });
  const twice = (late: boolean): Fault => ({
    name: `every request and message comes twice${late ? ', later and in another order' : ''}`,
    happens: async () => {
      const duplicator = await Duplicator.start(
        broker.kafka('duplicator'),
        ['trousseau.requests.auth', 'trousseau.requests.users', ...Object.values(topics)],
        late ? (copies) => random.shuffled(copies) : undefined,
      );
      while (duplicator.copies < 20) await pause(50);
      await duplicator.stop();
    },
  });
  const rebalance = (name: string): Fault => ({
    name: `a rebalance: ${name} leaves and comes back`,
    happens: async () => {
      await services.leave(name);
      services.launch(name);
    },
  });
  const service = (name: string) => stopped(name, (signal) => services.signal(name, signal));
  return [
    ...replicas.map(kill),
    {
      name: 'kill -9 the broker',
      happens: async () => {
        await broker.broker.kill();
        await pause(random.between(0, 1000));
        await broker.broker.start();
      },
    },
    {
      name: 'kill -9 the event store',
      happens: async () => {
        await store.kill();
        await pause(random.between(0, 1500));
        await store.start();
      },
    },
    ...['users', 'auth.2', 'notifications'].map(service),
    stopped('the event store', (signal) => store.signal(signal)),
    stopped('the broker', (signal) => process.kill(broker.broker.pid, signal)),
    rebalance('auth.2'),
    rebalance('users'),
    twice(false),
    twice(true),
    {
      name: 'the mail server takes mails and does not say so',
      happens: async () => {
        mails.silent = true;
        await pause(stop);
        mails.silent = false;
      },
    },
  ];
};

/** The faults that last, while others happen. */
export const longFaults = (
  { services, stopped, mails }: Cluster,
  random: Random,
  { longStop, noMail }: Spans,
): readonly Fault[] => {
  // None of those that a short fault stops or ends in order.
  const [name = ''] = random.shuffled(['auth', 'users.2', 'notifications.2', 'gateway', 'gateway.2']);
  return [
    {
      name: `no mail server for ${noMail / 1000} s`,
      happens: async () => {
        await mails.down();
        await pause(noMail);
        await mails.up();
      },
    },
    {
      name: `${name} stands still for ${longStop / 1000} s`,
      happens: async () => {
        stopped.add(name);
        services.signal(name, 'SIGSTOP');
        await pause(longStop);
        services.signal(name, 'SIGCONT');
        stopped.delete(name);
      },
    },
  ];
};

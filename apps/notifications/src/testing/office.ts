import { randomUUID } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import {
  type CredentialMessage,
  type Message,
  type SessionMessage,
  topics,
  type UserMessage,
} from '#contracts';
import { EventStore, type Json, type RecordedEvent } from '#event-store';
import type { Publish } from '#messaging';
import { NestLog, type Platform } from '#platform';
import { testPlatform } from '#platform/testing';
import { InProcessServer } from '#service-bus';
import { DeliveryBackground } from '../delivery/delivery.background.js';
import { DeliveryLanes } from '../delivery/delivery-lanes.step.js';
import { Outbox } from '../delivery/outbox.projection.js';
import { NotificationsModule } from '../notifications.module.js';
import { startStandIns, World } from './stand-ins.js';

type Body = CredentialMessage | SessionMessage | UserMessage;

const topicOf = { user: topics.user, credential: topics.credential, session: topics.session };

/** Publishes what `tell` stored, as auth and users publish their own events. */
const publishTold: Publish = (event): readonly Message[] => {
  if (event.type !== 'Told') return [];
  const body = event.data['body'] as unknown as Body;
  const topic = topicOf[body.type.split('.')[0] as keyof typeof topicOf];
  const { id, position } = event;
  return [{ id, topic, key: body.userId, at: String(event.metadata['at']), position, body }];
};

export const officePlatform = (overrides: Parameters<typeof testPlatform>[0] = {}) =>
  testPlatform({ publish: [publishTold], ...overrides });

/** Records a public message's event, as another service would. */
export const tell = async (platform: Platform, body: Body, at = platform.clock.now()): Promise<void> => {
  const event = {
    id: randomUUID(),
    type: 'Told',
    data: { body } as unknown as Json,
    metadata: { at, commandId: randomUUID() },
  };
  await platform.events.append(`told-${randomUUID()}`, [event], 'none');
};

/** The notifications service beside stand-ins for the others. */
export const openOffice = async (platform: Platform, world = new World()) => {
  const others = await startStandIns(platform, world);
  const app = await NestFactory.createMicroservice(NotificationsModule.with(platform), {
    strategy: new InProcessServer(platform.exchange),
    logger: new NestLog(platform.log),
    abortOnError: false,
  });
  await app.listen();
  return {
    world,
    /** Goes round the outbox once it knows everything, and waits for what comes of it. */
    round: async () => {
      await app.get(Outbox).reached(await platform.events.head(), 5000);
      app.get(DeliveryBackground).round();
      await app.get(DeliveryLanes).idle();
    },
    close: async () => {
      await app.close();
      await others.stop();
    },
  };
};

export const mailEvents = async (events: EventStore): Promise<readonly RecordedEvent[]> =>
  (await events.readAll(-1, 10_000)).filter(({ stream }) => stream.startsWith('mail-'));

/** Resolves once that many events of a type stand in the store. */
export const recorded = (events: EventStore, type: string, times = 1): Promise<void> =>
  new Promise((resolve) => {
    let seen = 0;
    const subscription = events.subscribe({
      after: -1,
      handle: (event) => {
        if (event.type === type) seen += 1;
        if (seen < times) return;
        void subscription.stop();
        resolve();
      },
    });
  });

import { type DynamicModule, Module } from '@nestjs/common';
import { AggregateStore } from '#aggregate-store';
import { EventStore } from '#event-store';
import { SignedLinks } from '#links';
import { MessageFeed } from '#messaging';
import { Metrics } from '#metrics';
import { Sealer } from '#sealing';
import { ServiceBus } from '#service-bus';
import { DataKeys } from '#vault';
import { Clock } from './clock/clock.js';
import type { Platform } from './platform.js';
import { Readiness } from './readiness/readiness.js';

/** Injection tokens of what is not a class. */
export const PLATFORM = Symbol('Platform');
export const SETTINGS = Symbol('Settings');
export const SECRETS = Symbol('Secrets');
export const LOG = Symbol('Log');

/** Hands the platform to a service's providers, each part under its own token. */
@Module({})
export class PlatformModule {
  static with(platform: Platform): DynamicModule {
    const dataKeys = new DataKeys(platform.events, platform.secrets.masterKeys);
    const providers = [
      { provide: PLATFORM, useValue: platform },
      { provide: SETTINGS, useValue: platform.settings },
      { provide: SECRETS, useValue: platform.secrets },
      { provide: LOG, useValue: platform.log },
      { provide: Clock, useValue: platform.clock },
      { provide: Metrics, useValue: platform.metrics },
      { provide: Readiness, useValue: platform.readiness },
      { provide: EventStore, useValue: platform.events },
      { provide: ServiceBus, useValue: platform.bus },
      { provide: MessageFeed, useValue: platform.feed },
      { provide: DataKeys, useValue: dataKeys },
      { provide: AggregateStore, useValue: new AggregateStore(platform.events, dataKeys) },
      { provide: SignedLinks, useValue: new SignedLinks(platform.secrets.linksKey) },
      { provide: Sealer, useValue: new Sealer(platform.secrets.sealing.publicJwk) },
    ];
    return {
      module: PlatformModule,
      global: true,
      providers,
      exports: providers.map(({ provide }) => provide),
    };
  }
}

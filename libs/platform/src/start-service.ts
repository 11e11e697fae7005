import { type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { BusErrors, InProcessServer } from '#service-bus';
import { NestLog } from './log/nest-log.js';
import type { Platform } from './platform.js';

/** A Nest module of a service, made for a platform. */
export type ServiceModule = Readonly<{ with(platform: Platform): DynamicModule }>;

/** A running service. */
export type RunningService = Readonly<{ stop(): Promise<void> }>;

/** Starts one service as a Nest microservice on the platform's transport. */
export const startService = async (service: ServiceModule, platform: Platform): Promise<RunningService> => {
  const app = await NestFactory.createMicroservice(service.with(platform), {
    strategy: platform.transport?.() ?? new InProcessServer(platform.exchange),
    logger: new NestLog(platform.log),
    abortOnError: false,
  });
  app.useGlobalFilters(new BusErrors());
  await app.listen();
  return { stop: () => app.close() };
};

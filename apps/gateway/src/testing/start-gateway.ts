import type { DynamicModule, Type } from '@nestjs/common';
import { type Platform, PlatformModule, type ServiceModule } from '#platform';
import { startServices, testPlatform } from '#platform/testing';
import { openHttp } from '../create-gateway.js';
import { GatewayCoreModule } from '../gateway-core.module.js';
import { GatewayModule } from '../gateway.module.js';
import { type Asked, ask } from './ask.js';
import { StandInAuth } from './stand-in-auth.controller.js';
import { StandInFactors } from './stand-in-factors.controller.js';
import { StandInSupport } from './stand-in-support.controller.js';
import { StandInUsers } from './stand-in-users.controller.js';
import { StandIn, publishStandIn } from './stand-in.js';

class StandInModule {}

/** Auth and users in a few lines, answering on the bus. */
export const standInServices = (standIn: StandIn): ServiceModule => ({
  with: (platform) => ({
    module: StandInModule,
    imports: [PlatformModule.with(platform)],
    controllers: [StandInAuth, StandInFactors, StandInUsers, StandInSupport],
    providers: [{ provide: StandIn, useValue: standIn }],
  }),
});

class ProbesModule {}

/** The gateway, and controllers of a spec that show what stands before every handler. */
const withProbes = (platform: Platform, probes: readonly Type[]): DynamicModule => ({
  module: ProbesModule,
  imports: [GatewayModule.with(platform), GatewayCoreModule],
  controllers: [...probes],
});

/** A gateway on a platform in memory, with services that stand in for auth and users. Stop it after use. */
export const startGateway = async (overrides: Partial<Platform> = {}, probes: readonly Type[] = []) => {
  const standIn = new StandIn();
  const platform = await testPlatform({ publish: [publishStandIn], ...overrides });
  standIn.events = platform.events;
  const services = await startServices(platform, [standInServices(standIn)]);
  const app = await openHttp(withProbes(platform, probes), platform);
  const routes: string[] = [];
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', ({ method, url, config }) => {
      if (config && 'refuses' in config) return;
      for (const each of [method].flat()) routes.push(`${each} ${url}`);
    });
  await app.listen(0, '127.0.0.1');
  return {
    app,
    /** Every route that exists, as `GET /api/v1/users/:userId`. */
    routes,
    ask: (asked: Asked) => ask(app, asked),
    platform,
    standIn,
    stop: async () => {
      await app.close();
      await services.stop();
    },
  };
};

/** What `startGateway` gives. */
export type RunningGateway = Awaited<ReturnType<typeof startGateway>>;

/** Signs somebody in through the API and gives the token. */
export const tokenOf = async ({ ask: send, standIn }: RunningGateway, userId: string): Promise<string> => {
  const { key } = standIn.people.get(userId)!;
  const json = { identifier: userId, key };
  return (await send({ method: 'POST', url: '/api/v1/sessions', json })).json<{ token: string }>().token;
};
